using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Web.Tests.Figures;

/// <summary>
/// The monthly bulletin of Jiyang's service hall for July 2023, row by row. Its columns system_completed (done in the systems of higher
/// authorities) and mean_working_days have no counterpart here; the events take as many working days as the bulletin says on average.
/// </summary>
public sealed class JiyangBulletin202307Tests
{
    private const string Month = "2023-07-01..2023-07-31";

    private static readonly string[] Rates = ["completion-flow", "completion-cohort", "instant-share", "on-time", "early", "after-hours-share"];

    [Fact]
    public async Task Every_row_of_the_bulletin_is_read_back_from_the_events_of_its_department()
    {
        var rows = Departments();
        await using var hall = await Open(rows);

        await hall.Send(rows.SelectMany(static row => row.Events()));

        Assert.Equal(rows.Select(Published), await Task.WhenAll(rows.Select(row => Read(hall, row.Path))));
        Assert.Equal(Published(Total()), await Read(hall, Hall.County));
    }

    // A department without promised cases has no rate of them: the bulletin says 0 and 0 % for 农业农村局, and for 三亚天涯行 0 early and
    // 100 % on time of 0 cases. Here both read 不适用.
    [Fact]
    public async Task The_rates_are_printed_as_in_the_bulletin_except_those_of_no_promised_case_at_all()
    {
        var rows = Departments();
        await using var hall = await Open(rows);

        await hall.Send(rows.SelectMany(static row => row.Events()));

        var onTime = await Printed(hall, rows, "on-time");
        var early = await Printed(hall, rows, "early");
        Assert.Equal(rows.Select(static row => Rate(row, row.OnTimeRate)), onTime);
        Assert.Equal(rows.Select(static row => Rate(row, row.EarlyRate)), early);
        Assert.Equal(["100%", "0"], rows.Where(static row => row is { Promised: 0, Accepted: > 0 }).SelectMany(static row => new[] { row.OnTimeRate, row.EarlyRate }));
    }

    // 2221 completed of 2191 accepted: 30 came over from June. All of them were promised, so of the 348 promised cases that were completed
    // in July 318 had been accepted in it, which is the published 318 / 348. The calendar of 2023 is not in the packaged file.
    [Fact]
    public async Task The_last_row_is_the_county_and_the_sum_of_its_departments()
    {
        var (rows, total) = (Departments(), Total());
        await using var hall = await Open(rows);

        await hall.Send(rows.SelectMany(static row => row.Events()));

        Assert.Equal(
            (total.Accepted, total.Completed, total.Instant, total.Promised, total.AfterHours),
            (rows.Sum(static row => row.Accepted), rows.Sum(static row => row.Completed), rows.Sum(static row => row.Instant), rows.Sum(static row => row.Promised), rows.Sum(static row => row.AfterHours)));
        Assert.Equal(
            ["2221/2191 101.3% ok none", "2191/2191 100.0% ok none", "1873/2221 84.3% ok none", "348/348 100.0% ok met", "348/348 100.0% ok none", "25/2191 1.1% ok none"],
            await Task.WhenAll(Rates.Select(indicator => hall.Told(indicator, "month"))));
        Assert.Equal(318, (await hall.Server.Get($"/api/v1/units/{Hall.County}?period={Month}")).GetProperty("counts").GetProperty("promised").GetInt32());
        Assert.Equal("""["calendarIncomplete"]""", (await hall.Indicator("on-time", "month")).GetProperty("notes").GetRawText());
        Assert.True((await hall.Server.Journal.Recount(null, null)).Equal);
    }

    [Fact]
    public async Task The_month_is_history_for_a_hall_that_is_live_already_and_needs_no_approval()
    {
        var rows = Departments();
        await using var hall = await Open(rows, "2026-11-20 18:00");
        await hall.Send(rows.Select(static row => HallEvent.Accepted($"today-{row.Number}", $"{row.Path}/w01", Hall.At("2026-11-20 17:00"))));

        await hall.Send(rows.SelectMany(static row => row.Events()));

        var revisions = await hall.Server.Journal.ReadRevisions(UnitPath.Parse("hainan"), BusinessDay.Of(new DateOnly(2023, 1, 1)), BusinessDay.Of(new DateOnly(2026, 12, 31)));
        Assert.Equal(rows.Append(Total()).Select(Published), await Task.WhenAll(rows.Select(static row => row.Path).Append(Hall.County).Select(unit => Read(hall, unit))));
        Assert.Empty(revisions);
    }

    private static List<BulletinRow> Departments() => [.. Lines()[..^1].Select(BulletinRow.Of)];

    private static BulletinRow Total() => BulletinRow.Of(Lines()[^1], 0);

    private static string[] Lines() => File.ReadAllLines(Corpora.Data("jiyang-2023-07.csv"))[1..];

    private static Task<Hall> Open(List<BulletinRow> rows, string now = "2023-07-31 18:00") => Hall.Open(now, rows.Select(static row => $"{row.Path} {row.Department}"));

    private static async Task<IEnumerable<string>> Printed(Hall hall, List<BulletinRow> rows, string indicator) =>
        (await Task.WhenAll(rows.Select(row => hall.Told(indicator, "month", row.Path)))).Select(static told => told.Split(' ')[1]);

    // All promised cases of the bulletin were completed early, so on time, too.
    private static string Published(BulletinRow row) =>
        $"{row.Accepted} accepted, {row.Completed} completed, {row.Instant} instant, {row.Promised} of {row.Promised} on time, {row.Promised} early, {row.AfterHours} after hours";

    private static string Rate(BulletinRow row, string published) => row.Promised == 0 ? "不适用" : published.Replace("100%", "100.0%", StringComparison.Ordinal);

    private static async Task<string> Read(Hall hall, string unit)
    {
        var body = await hall.Server.Get($"/api/v1/units/{unit}?period={Month}");
        var counts = body.GetProperty("counts");
        var values = body.GetProperty("indicators").EnumerateArray().ToDictionary(static value => value.GetProperty("id").GetString()!);
        var onTime = values["on-time"];
        return $"{counts.GetProperty("accepted")} accepted, {counts.GetProperty("completed")} completed, {counts.GetProperty("instant")} instant, "
            + $"{counts.GetProperty("onTime")} of {onTime.GetProperty("denominator")} on time, {values["early"].GetProperty("numerator")} early, {values["after-hours-share"].GetProperty("numerator")} after hours";
    }
}
