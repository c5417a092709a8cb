using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Tests.Events;

public sealed class FactsJsonTests
{
    private static readonly ServiceEvent Happened = new("s", "1", EventKind.CaseAccepted, UnitPath.Parse("a/b/c/d"), 1000, new Facts { Case = "c-1", Trips = 0 });

    [Fact]
    public void Only_what_was_said_is_stored_in_a_fixed_order()
    {
        var facts = new Facts { DueAtMs = 5, Trips = 0, Channel = Channel.SelfService, Case = "受\"1", Instant = false };

        Assert.Equal("""{"case":"受\"1","channel":"selfservice","trips":0,"instant":false,"dueAtMs":5}""", Encoding.UTF8.GetString(FactsJson.Write(facts)));
    }

    [Fact]
    public void A_member_of_a_later_program_is_left_alone()
    {
        Assert.Equal(new Facts { Case = "c" }, FactsJson.Read("""{"later":{"a":[1]},"case":"c"}"""u8));
    }

    [Fact]
    public void What_is_stored_is_read_back_as_it_was()
    {
        Prop.ForAll(AnyFacts().ToArbitrary(), static facts => FactsJson.Read(FactsJson.Write(facts)) == facts).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Equal_events_have_equal_hashes_whoever_sent_them()
    {
        Assert.Equal(ContentHash.Of(Happened), ContentHash.Of(Happened with { Source = "other", Id = "2", Facts = new Facts { Trips = 0, Case = "c-1" } }));
    }

    [Fact]
    public void Any_other_content_has_another_hash()
    {
        ServiceEvent[] all =
        [
            Happened,
            Happened with { Kind = EventKind.CaseCompleted },
            Happened with { Window = UnitPath.Parse("a/b/c/e") },
            Happened with { OccurredMs = 1001 },
            Happened with { Facts = Happened.Facts with { Trips = null } },
            Happened with { Mark = new SequenceMark("", 0, 0) },
            Happened with { Mark = new SequenceMark("", 0, 1) },
            Happened with { Mark = new SequenceMark("", 1, 0) },
            Happened with { Mark = new SequenceMark("s", 0, 0) },
        ];

        Assert.Equal(all.Length, all.Select(static each => Convert.ToHexString(ContentHash.Of(each))).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_hash_is_the_same_for_ever()
    {
        // Stored beside every event: another value would turn each retry of an old event into a conflict.
        Assert.Equal("CBBD169B0BB30F4D96D9FE9E1A9A18CE", Convert.ToHexString(ContentHash.Of(Happened with { Mark = new SequenceMark("s", 1, 2) })));
    }

    private static Gen<Facts> AnyFacts() =>
        from texts in Maybe(Gen.Elements("a", "受理-1", "\"\\/", "😀", " ", "<b>")).ArrayOf(8)
        from flags in Maybe(Gen.Elements(true, false)).ArrayOf(6)
        from numbers in Maybe(Gen.Choose(0, 3650)).ArrayOf(6)
        from channel in Maybe(Gen.Elements(Enum.GetValues<Channel>()))
        from revision in Maybe(Gen.Choose(0, int.MaxValue))
        from isCorrection in Gen.Elements(true, false)
        let facts = FactsOf(texts, flags, numbers) with { Channel = channel }
        select isCorrection ? new Facts { Target = "t", Revision = revision, Data = facts } : facts;

    private static Gen<string?> Maybe(Gen<string> some) => Gen.OneOf(some.Select(static text => (string?)text), Gen.Constant<string?>(null));

    private static Gen<T?> Maybe<T>(Gen<T> some)
        where T : struct => Gen.OneOf(some.Select(static value => (T?)value), Gen.Constant<T?>(null));

    private static Facts FactsOf(string?[] texts, bool?[] flags, int?[] numbers) => new()
    {
        Ticket = texts[0],
        Case = texts[1],
        Review = texts[2],
        Order = texts[3],
        Item = texts[4],
        Outcome = texts[5],
        Reason = texts[6],
        Target = texts[7],
        Comprehensive = flags[0],
        Instant = flags[1],
        ByDefault = flags[2],
        ZeroTrip = flags[3],
        CrossProvince = flags[4],
        OneThing = flags[5],
        Trips = numbers[0],
        PromisedDays = numbers[1],
        LegalDays = numbers[2],
        Days = numbers[3],
        Stars = numbers[4],
        DueAtMs = numbers[5] * 1_000_000_007L,
    };
}
