using System.Text;
using OpsBoard.Events;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Tests.Events;

public sealed class EventReaderTests
{
    private const string Mobile = "13812345678";
    private const string IdentityCard = "460203199001011234";

    private static readonly ManualClock Clock = new();

    [Fact]
    public void An_item_becomes_an_event_with_everything_that_it_said()
    {
        var item = SomeItem.Bytes(
            ("datacontenttype", "\"application/json; charset=utf-8\""),
            ("sequence", "\"812\""),
            ("stream", "\"hall-2\""),
            ("epoch", "\"3\""),
            ("data", """
                {"case":"受-1","item":"i-7","channel":"online","trips":0,"comprehensive":true,"instant":false,
                 "promisedDays":5,"legalDays":20,"dueAt":"2030-01-01T00:00:00Z"}
                """));

        var reading = EventReader.Read(item, Clock.GetUtcNow());

        Assert.Equal(
            new Reading(
                new ServiceEvent("urn:hall:jiyang", "e-1", EventKind.CaseAccepted, UnitPath.Parse("hainan/jiyang/housing/w03"), 1_795_139_940_000, new Facts
                {
                    Case = "受-1",
                    Item = "i-7",
                    Channel = Channel.Online,
                    Trips = 0,
                    Comprehensive = true,
                    Instant = false,
                    PromisedDays = 5,
                    LegalDays = 20,
                    DueAtMs = 1_893_456_000_000,
                })
                { Mark = new SequenceMark("hall-2", 3, 812) },
                Rejection: null,
                Id: "e-1",
                Dropped: 0),
            reading);
    }

    [Fact]
    public void Members_that_are_not_on_the_list_of_the_kind_are_counted_and_go_no_further()
    {
        var reading = EventReader.Read(SomeItem.Bytes(("data", """{"case":"c-1","applicant":{"name":"x"},"phone":"13812345678","stars":5}""")), Clock.GetUtcNow());

        Assert.Equal((new Facts { Case = "c-1" }, 3), (reading.Event!.Facts, reading.Dropped));
    }

    [Fact]
    public void Unknown_attributes_are_ignored()
    {
        Assert.NotNull(EventReader.Read(SomeItem.Bytes(("traceparent", "\"00-1\""), ("other", "[{}]")), Clock.GetUtcNow()).Event);
    }

    [Fact]
    public void A_heartbeat_needs_no_data()
    {
        var reading = EventReader.Read(SomeItem.Bytes(("type", "\"opsboard.window.heartbeat\""), ("data", null)), Clock.GetUtcNow());

        Assert.Equal(Facts.None, reading.Event!.Facts);
    }

    [Fact]
    public void A_null_is_the_same_as_a_member_that_is_not_there()
    {
        var reading = EventReader.Read(SomeItem.Bytes(("sequence", "null"), ("datacontenttype", "null"), ("data", """{"case":"c-1","trips":null}""")), Clock.GetUtcNow());

        Assert.Equal((new Facts { Case = "c-1" }, null), (reading.Event!.Facts, reading.Event.Mark));
    }

    [Fact]
    public void A_sequence_without_a_stream_belongs_to_the_sources_only_stream()
    {
        var reading = EventReader.Read(SomeItem.Bytes(("sequence", "7")), Clock.GetUtcNow());

        Assert.Equal(new SequenceMark("", 0, 7), reading.Event!.Mark);
    }

    [Fact]
    public void A_correction_carries_what_the_corrected_event_should_have_said()
    {
        var reading = EventReader.Read(
            SomeItem.Bytes(("type", "\"opsboard.correction\""), ("data", """{"target":"e-0","revision":2,"data":{"case":"c-1","trips":1,"name":"x"}}""")), Clock.GetUtcNow());

        Assert.Equal(
            (new Facts { Target = "e-0", Revision = 2, Data = new Facts { Case = "c-1", Trips = 1 } }, 1),
            (reading.Event!.Facts, reading.Dropped));
    }

    [Theory]
    [InlineData("""{"target":"e-0"}""")]
    [InlineData("""{"target":"e-0","data":null}""")]
    public void A_correction_without_data_takes_the_event_out(string data)
    {
        var reading = EventReader.Read(SomeItem.Bytes(("type", "\"opsboard.correction\""), ("data", data)), Clock.GetUtcNow());

        Assert.Equal(new Facts { Target = "e-0" }, reading.Event!.Facts);
    }

    [Fact]
    public void Escapes_are_read_as_what_they_stand_for()
    {
        var reading = EventReader.Read(SomeItem.Bytes(("id", """
            "\ud83d\ude00\u4e2d\"\\"
            """.Trim()), ("time", "\"2026-11-20T09:59:00\\u002B08:00\"")), Clock.GetUtcNow());

        Assert.Equal("😀中\"\\", reading.Event!.Id);
    }

    [Theory]
    [InlineData("id", 128)]
    [InlineData("source", 256)]
    public void An_identifier_may_have_its_full_length_in_bytes_and_not_one_more(string attribute, int longest)
    {
        var longestText = new string('中', longest / 3) + new string('a', longest % 3);

        var (fits, tooLong) = (EventReader.Read(SomeItem.Bytes((attribute, $"\"{longestText}\"")), Clock.GetUtcNow()), EventReader.Read(SomeItem.Bytes((attribute, $"\"{longestText}b\"")), Clock.GetUtcNow()));

        Assert.Equal((null, $"invalid_{attribute}"), (fits.Rejection, tooLong.Rejection!.Reason));
    }

    [Fact]
    public void Sixteen_levels_are_read()
    {
        Assert.NotNull(EventReader.Read(SomeItem.Bytes(("deep", new string('[', 15) + new string(']', 15))), Clock.GetUtcNow()).Event);
    }

    [Fact]
    public void Five_minutes_ahead_of_the_server_are_forgiven()
    {
        Assert.NotNull(EventReader.Read(SomeItem.Bytes(("time", "\"2026-11-20T10:05:00+08:00\"")), Clock.GetUtcNow()).Event);
    }

    [Fact]
    public void The_answer_to_a_fast_clock_holds_the_servers_time()
    {
        var reading = EventReader.Read(SomeItem.Bytes(("time", "\"2026-11-20T10:05:00.001+08:00\"")), Clock.GetUtcNow());

        Assert.Contains("2026-11-20T10:00:00.000+08:00", reading.Rejection!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("specversion", null, Reasons.MissingSpecVersion)]
    [InlineData("specversion", "null", Reasons.MissingSpecVersion)]
    [InlineData("specversion", "\"0.3\"", Reasons.UnknownSpecVersion)]
    [InlineData("specversion", "1.0", Reasons.UnknownSpecVersion)]
    [InlineData("id", null, Reasons.MissingId)]
    [InlineData("id", "\"\"", Reasons.InvalidId)]
    [InlineData("id", "5", Reasons.InvalidId)]
    [InlineData("id", "{}", Reasons.InvalidId)]
    [InlineData("id", "\"a\\u0000b\"", Reasons.ControlCharacter)]
    [InlineData("id", "\"a\\u0085b\"", Reasons.ControlCharacter)]
    [InlineData("source", null, Reasons.MissingSource)]
    [InlineData("source", "\"\"", Reasons.InvalidSource)]
    [InlineData("source", "true", Reasons.InvalidSource)]
    [InlineData("source", "\"a\\u007fb\"", Reasons.ControlCharacter)]
    [InlineData("type", null, Reasons.MissingType)]
    [InlineData("type", "\"case.accepted\"", Reasons.UnknownType)]
    [InlineData("type", "\"opsboard.Case.Accepted\"", Reasons.UnknownType)]
    [InlineData("type", "7", Reasons.UnknownType)]
    [InlineData("subject", null, Reasons.MissingSubject)]
    [InlineData("subject", "\"hainan/jiyang/housing\"", Reasons.InvalidSubject)]
    [InlineData("subject", "\"hainan/~/housing\"", Reasons.InvalidSubject)]
    [InlineData("subject", "\"Hainan/jiyang/housing/w03\"", Reasons.InvalidSubject)]
    [InlineData("subject", "[]", Reasons.InvalidSubject)]
    [InlineData("subject", "\"hainan/jiyang/housing/w\\n3\"", Reasons.ControlCharacter)]
    [InlineData("subject", $"\"hainan/jiyang/housing/{Mobile}\"", Reasons.PersonalData)]
    [InlineData("subject", "\"hainan/jiyang/housing/46020319900101123x\"", Reasons.PersonalData)]
    [InlineData("time", null, Reasons.MissingTime)]
    [InlineData("time", "1795226400", Reasons.InvalidTime)]
    [InlineData("time", "\"2026-11-20\"", Reasons.InvalidTime)]
    [InlineData("time", "\"2026-11-20T09:59:00\"", Reasons.TimeWithoutOffset)]
    [InlineData("time", "\"1991-12-31T23:59:59.999Z\"", Reasons.TimeOutOfRange)]
    [InlineData("time", "\"2026-11-20T10:05:00.001+08:00\"", Reasons.ClockAhead)]
    [InlineData("datacontenttype", "\"text/xml\"", Reasons.InvalidData)]
    [InlineData("data_base64", "\"e30=\"", Reasons.InvalidData)]
    [InlineData("sequence", "\"\"", Reasons.InvalidSequence)]
    [InlineData("sequence", "\"-1\"", Reasons.InvalidSequence)]
    [InlineData("sequence", "\"0x1\"", Reasons.InvalidSequence)]
    [InlineData("sequence", "1.5", Reasons.InvalidSequence)]
    [InlineData("sequence", "\"9223372036854775808\"", Reasons.InvalidSequence)]
    [InlineData("data", "\"text\"", Reasons.InvalidData)]
    [InlineData("data", "[]", Reasons.InvalidData)]
    [InlineData("data", null, Reasons.MissingMember)]
    [InlineData("data", "{}", Reasons.MissingMember)]
    [InlineData("data", """{"case":""}""", Reasons.InvalidMember)]
    [InlineData("data", """{"case":5}""", Reasons.InvalidMember)]
    [InlineData("data", """{"case":"a\tb"}""", Reasons.ControlCharacter)]
    [InlineData("data", $$"""{"case":"{{Mobile}}"}""", Reasons.PersonalData)]
    [InlineData("data", """{"case":"+8613812345678"}""", Reasons.PersonalData)]
    [InlineData("data", $$"""{"case":"{{IdentityCard}}"}""", Reasons.PersonalData)]
    [InlineData("data", $$"""{"case":"zj-{{IdentityCard}}-2"}""", Reasons.PersonalData)]
    [InlineData("data", """{"case":"46020319900101123X"}""", Reasons.PersonalData)]
    [InlineData("data", """{"case":"c","trips":1.0}""", Reasons.InvalidMember)]
    [InlineData("data", """{"case":"c","trips":1e0}""", Reasons.InvalidMember)]
    [InlineData("data", """{"case":"c","trips":-1}""", Reasons.InvalidMember)]
    [InlineData("data", """{"case":"c","trips":100}""", Reasons.InvalidMember)]
    [InlineData("data", """{"case":"c","trips":"1"}""", Reasons.InvalidMember)]
    [InlineData("data", """{"case":"c","promisedDays":3651}""", Reasons.InvalidMember)]
    [InlineData("data", """{"case":"c","instant":1}""", Reasons.InvalidMember)]
    [InlineData("data", """{"case":"c","channel":"Online"}""", Reasons.InvalidMember)]
    [InlineData("data", """{"case":"c","dueAt":"2026-12-01"}""", Reasons.InvalidMember)]
    [InlineData("data", """{"case":"c","dueAt":"1991-12-01T00:00:00Z"}""", Reasons.InvalidMember)]
    [InlineData("extra", "\"\\ud800\"", Reasons.IllFormedText)]
    [InlineData("extra", "\"\\udc00\\ud800\"", Reasons.IllFormedText)]
    [InlineData("extra", "\"\\ud800\\\\udc00\"", Reasons.IllFormedText)]
    [InlineData("extra", """{"a":1,"\u0061":2}""", Reasons.DuplicateMember)]
    [InlineData("extra", "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]", Reasons.TooDeep)]
    public void A_faulty_member_is_refused_with_its_reason(string member, string? json, string reason)
    {
        Assert.Equal(reason, EventReader.Read(SomeItem.Bytes((member, json)), Clock.GetUtcNow()).Rejection!.Reason);
    }

    [Theory]
    [InlineData("ticket.issued", """{"ticket":"A001"}""")]
    [InlineData("service.started", """{"case":"c"}""")]
    [InlineData("case.extended", """{"case":"c","days":5}""")]
    [InlineData("review.submitted", """{"review":"r","stars":2,"byDefault":false}""")]
    [InlineData("review.appealed", """{"review":"r","outcome":"upheld"}""")]
    [InlineData("window.paused", """{"reason":"lunch"}""")]
    [InlineData("hotline.closed", """{"order":"o","stars":4}""")]
    [InlineData("item.listed", """{"item":"i","zeroTrip":true,"crossProvince":false,"oneThing":false}""")]
    [InlineData("correction", """{"target":"e-0","revision":0}""")]
    public void Every_family_of_events_is_read(string type, string data)
    {
        Assert.NotNull(EventReader.Read(SomeItem.Bytes(("type", $"\"opsboard.{type}\""), ("data", data)), Clock.GetUtcNow()).Event);
    }

    [Theory]
    [InlineData("ticket.called", """{"item":"i"}""", "data.ticket is missing")]
    [InlineData("case.completed", """{}""", "data.case is missing")]
    [InlineData("review.submitted", """{"stars":5}""", "data.review is missing")]
    [InlineData("review.submitted", """{"review":"r"}""", "data.stars is missing")]
    [InlineData("review.contacted", """{"stars":5}""", "data.review is missing")]
    [InlineData("hotline.received", """{}""", "data.order is missing")]
    [InlineData("item.delisted", """{}""", "data.item is missing")]
    [InlineData("correction", """{"revision":1}""", "data.target is missing")]
    public void A_kind_without_its_required_member_is_refused(string type, string data, string detail)
    {
        var rejection = EventReader.Read(SomeItem.Bytes(("type", $"\"opsboard.{type}\""), ("data", data)), Clock.GetUtcNow()).Rejection!;

        Assert.Equal((Reasons.MissingMember, detail), (rejection.Reason, rejection.Detail[..detail.Length]));
    }

    [Theory]
    [InlineData("ticket.issued", """{"ticket":"13812345678"}""")]
    [InlineData("review.submitted", """{"review":"13812345678","stars":1}""")]
    [InlineData("hotline.received", """{"order":"13812345678"}""")]
    [InlineData("service.ended", """{"case":"13812345678"}""")]
    [InlineData("correction", """{"target":"e","data":{"case":"13812345678"}}""")]
    public void A_telephone_number_is_no_id_of_anything(string type, string data)
    {
        Assert.Equal(Reasons.PersonalData, EventReader.Read(SomeItem.Bytes(("type", $"\"opsboard.{type}\""), ("data", data)), Clock.GetUtcNow()).Rejection!.Reason);
    }

    [Theory]
    [InlineData("12812345678")]
    [InlineData("138123456789")]
    [InlineData("a13812345678")]
    [InlineData("460203199013011234")]
    [InlineData("4602031990010112345")]
    [InlineData("46020319900101123")]
    public void A_number_that_only_looks_long_is_an_id(string id)
    {
        Assert.Equal(id, EventReader.Read(SomeItem.Bytes(("data", $$"""{"case":"{{id}}"}""")), Clock.GetUtcNow()).Event!.Facts.Case);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"id\":")]
    [InlineData("{} {}")]
    public void Bytes_that_are_no_object_are_refused(string bytes)
    {
        Assert.Equal(Reasons.NotAnObject, EventReader.Read(Encoding.UTF8.GetBytes(bytes), Clock.GetUtcNow()).Rejection!.Reason);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_and_the_id_is_still_told()
    {
        byte[] item = [.. SomeItem.Bytes()[..^1], .. ",\"x\":\""u8, 0xC0, 0xAF, .. "\"}"u8];

        var reading = EventReader.Read(item, Clock.GetUtcNow());

        Assert.Equal((Reasons.IllFormedText, "e-1"), (reading.Rejection!.Reason, reading.Id));
    }

    [Fact]
    public void An_id_that_is_given_twice_is_not_told_back()
    {
        byte[] item = [.. SomeItem.Bytes()[..^1], .. ",\"id\":\"e-2\"}"u8];

        var reading = EventReader.Read(item, Clock.GetUtcNow());

        Assert.Equal((Reasons.DuplicateMember, null), (reading.Rejection!.Reason, reading.Id));
    }

    [Fact]
    public void A_thousand_members_of_one_object_are_told_apart()
    {
        var members = string.Join(',', Enumerable.Range(0, 1000).Select(static i => $"\"m{i}\":0"));

        var (apart, twice) = (EventReader.Read(SomeItem.Bytes(("x", $"{{{members}}}")), Clock.GetUtcNow()), EventReader.Read(SomeItem.Bytes(("x", $"{{{members},\"m999\":1}}")), Clock.GetUtcNow()));

        Assert.Equal((null, Reasons.DuplicateMember), (apart.Rejection, twice.Rejection!.Reason));
    }

    [Fact]
    public void An_item_with_any_byte_changed_is_an_event_or_refused_and_never_an_exception()
    {
        var item = SomeItem.Bytes(("sequence", "\"1\""), ("x", "\"\\ud83d\\ude00中\""));

        var fates = Enumerable.Range(0, item.Length * 256).Select(i => EventReader.Read(Changed(item, i / 256, (byte)i), Clock.GetUtcNow()));

        Assert.All(fates, static reading => Assert.True(reading.Event is null ^ reading.Rejection is null));
    }

    [Fact]
    public void Of_several_faults_the_first_in_the_documented_order_is_told()
    {
        var everything = SomeItem.Bytes(("specversion", "\"9\""), ("id", null), ("time", "\"x\""), ("data", "[]"));
        var members = SomeItem.Bytes(("data", """{"trips":-1,"channel":"none","case":7}"""));

        Assert.Equal(
            (Reasons.UnknownSpecVersion, "data.case"),
            (EventReader.Read(everything, Clock.GetUtcNow()).Rejection!.Reason, EventReader.Read(members, Clock.GetUtcNow()).Rejection!.Detail[..9]));
    }

    [Fact]
    public void A_detail_never_repeats_what_was_sent()
    {
        var rejection = EventReader.Read(SomeItem.Bytes(("data", $$"""{"case":"{{IdentityCard}}"}""")), Clock.GetUtcNow()).Rejection!;

        Assert.DoesNotContain(IdentityCard, rejection.Detail, StringComparison.Ordinal);
    }

    private static byte[] Changed(byte[] item, int position, byte value) => [.. item[..position], value, .. item[(position + 1)..]];
}
