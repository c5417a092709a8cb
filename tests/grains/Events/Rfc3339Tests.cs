using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Events;
using OpsBoard.Testing;

namespace OpsBoard.Tests.Events;

public sealed class Rfc3339Tests
{
    /// <summary>The corpus marks everything that is no text as valid; the reader is only ever given texts.</summary>
    public static IEnumerable<TheoryDataRow<string, string, bool>> Corpus()
    {
        if (Corpora.FilesOf("json-schema") is null) return [new("corpus missing", "", false) { Skip = "skipped: corpus missing: json-schema/date-time.json" }];
        using var document = JsonDocument.Parse(File.ReadAllBytes(Corpora.File("json-schema/date-time.json")));
        return
        [
            .. document.RootElement[0].GetProperty("tests").EnumerateArray()
                .Where(static test => test.GetProperty("data").ValueKind == JsonValueKind.String)
                .Select(static test => new TheoryDataRow<string, string, bool>(
                    test.GetProperty("description").GetString()!,
                    test.GetProperty("data").GetString()!,
                    test.GetProperty("valid").GetBoolean())),
        ];
    }

    [Theory]
    [InlineData("2026-11-21T10:00:00+08:00", "2026-11-21T10:00:00.000+08:00")]
    [InlineData("2026-11-21T02:00:00Z", "2026-11-21T10:00:00.000+08:00")]
    [InlineData("2026-11-21t02:00:00z", "2026-11-21T10:00:00.000+08:00")]
    [InlineData("2026-11-20T16:00:00-10:00", "2026-11-21T10:00:00.000+08:00")]
    [InlineData("2026-11-21T02:00:00-00:00", "2026-11-21T10:00:00.000+08:00")]
    [InlineData("2026-11-21T10:00:00.1+08:00", "2026-11-21T10:00:00.100+08:00")]
    [InlineData("2026-11-21T10:00:00.1239+08:00", "2026-11-21T10:00:00.123+08:00")]
    [InlineData("2026-11-21T23:59:59.99999999+08:00", "2026-11-21T23:59:59.999+08:00")]
    [InlineData("2024-02-29T12:00:00+08:00", "2024-02-29T12:00:00.000+08:00")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T07:59:59.999+08:00")]
    [InlineData("2017-01-01T07:59:60.5+08:00", "2017-01-01T07:59:59.999+08:00")]
    [InlineData("1969-12-31T23:59:59.999Z", "1970-01-01T07:59:59.999+08:00")]
    [InlineData("9999-12-31T00:00:00Z", "9999-12-31T08:00:00.000+08:00")]
    public void A_time_with_its_offset_is_read_to_the_millisecond_and_never_rounded(string text, string expected)
    {
        var fault = Rfc3339.Read(Encoding.UTF8.GetBytes(text), out var unixMs);

        Assert.Equal((Rfc3339Fault.None, expected), (fault, Rfc3339.Write(unixMs)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-11-21")]
    [InlineData("2026-11-21 10:00:00+08:00")]
    [InlineData("2026-11-21T10:00+08:00")]
    [InlineData("2026-11-21T10:00:00+08")]
    [InlineData("2026-11-21T10:00:00+0800")]
    [InlineData("2026-11-21T10:00:00+24:00")]
    [InlineData("2026-11-21T10:00:00+08:60")]
    [InlineData("2026-11-21T10:00:00.+08:00")]
    [InlineData("2026-11-21T10:00:00,5+08:00")]
    [InlineData("2026-11-21T10:00:00+08:00 ")]
    [InlineData(" 2026-11-21T10:00:00+08:00")]
    [InlineData("2026-11-21T10:00:00ZZ")]
    [InlineData("2026-11-21T24:00:00Z")]
    [InlineData("2026-11-21T10:60:00Z")]
    [InlineData("2026-11-21T10:00:61Z")]
    [InlineData("2026-11-21T10:00:60+08:00")]
    [InlineData("2026-11-21T23:59:60+08:00")]
    [InlineData("2026-00-21T10:00:00Z")]
    [InlineData("2026-13-21T10:00:00Z")]
    [InlineData("2026-11-31T10:00:00Z")]
    [InlineData("2026-02-29T10:00:00Z")]
    [InlineData("2026-11-00T10:00:00Z")]
    [InlineData("２026-11-21T10:00:00Z")]
    [InlineData("-026-11-21T10:00:00Z")]
    [InlineData("2026-11-21T1 :00:00Z")]
    public void Anything_else_is_no_time(string text)
    {
        Assert.Equal(Rfc3339Fault.Invalid, Rfc3339.Read(Encoding.UTF8.GetBytes(text), out _));
    }

    [Theory]
    [InlineData("2026-11-21T10:00:00")]
    [InlineData("2026-11-21T10:00:00.123")]
    public void A_time_without_an_offset_is_told_apart(string text)
    {
        Assert.Equal(Rfc3339Fault.WithoutOffset, Rfc3339.Read(Encoding.UTF8.GetBytes(text), out _));
    }

    // No case of the corpus is refused on purpose by the syntax; years before 1992 are refused later, by the event's reader.
    [Theory]
    [MemberData(nameof(Corpus))]
    public void The_public_date_time_cases_are_judged_as_their_authors_judge_them(string description, string text, bool valid)
    {
        var fault = Rfc3339.Read(Encoding.UTF8.GetBytes(text), out _);

        Assert.True(valid == (fault == Rfc3339Fault.None), description);
    }

    [Theory]
    [InlineData(0, "1970-01-01T08:00:00.000+08:00")]
    [InlineData(1_795_226_400_123, "2026-11-21T10:00:00.123+08:00")]
    public void A_time_is_written_in_the_provinces_zone_with_milliseconds(long unixMs, string expected)
    {
        Assert.Equal(expected, Rfc3339.Write(unixMs));
    }

    [Fact]
    public void Every_instant_written_is_read_back_as_itself()
    {
        Prop.ForAll<int, short>((seconds, rest) =>
        {
            var unixMs = (seconds * 50_000L) + rest;
            var fault = Rfc3339.Read(Encoding.UTF8.GetBytes(Rfc3339.Write(unixMs)), out var read);
            return fault == Rfc3339Fault.None && read == unixMs;
        }).QuickCheckThrowOnFailure();
    }
}
