using System.Text.Json;

namespace OpsBoard.Web.Tests.Figures;

/// <summary>
/// 吉阳区2022年零跑动工作: 245 of 445 items open to zero trips (55 %), 51 of those 245 used in the year (20.8 %); the targets are 65 % and
/// 60 % for 2022, and for 2023 two documents name 70 % and 85 %.
/// </summary>
public sealed class Jiyang2022TargetsTests
{
    private const string Usage = "zero-trip-usage-items";
    private const string Comprehensive = "hainan/jiyang/hall/w09";

    private static readonly string[] Departments = ["housing", "health", "civil", "market", "labour"];
    private static readonly DateTimeOffset Spring = Hall.At("2022-03-15 10:00");

    [Fact]
    public async Task The_county_says_how_many_of_its_items_are_open_to_zero_trips_and_how_many_are_used()
    {
        await using var hall = await EndOf2022();

        Assert.Equal("245/445 55.0% ok behind", await hall.Told("zero-trip-items", "year"));
        Assert.Equal("51/245 20.8% ok behind", await hall.Told(Usage, "year"));
        Assert.StartsWith($"{Hall.County},吉阳区,{Usage},51,245,20.8%,ok,behind,2022-12-30T", await hall.Row(Usage, "year"));
    }

    [Fact]
    public async Task Departments_and_windows_add_up_to_the_county()
    {
        await using var hall = await EndOf2022();

        var windows = await Task.WhenAll(Departments.Select(department => hall.SumOfChildren(Usage, "year", $"{Hall.County}/{department}")));

        Assert.Equal((51, 245), await hall.SumOfChildren(Usage, "year", Hall.County));
        Assert.Equal((51, 245), (windows.Sum(static sum => sum.Numerator), windows.Sum(static sum => sum.Denominator)));
        Assert.True((await hall.Server.Journal.Recount(null, null)).Equal);
    }

    // The next year begins with the same catalogue and without any use; both documents of 2023 stand beside it.
    [Fact]
    public async Task In_the_next_year_the_items_in_use_are_counted_from_0_against_both_targets()
    {
        await using var hall = await EndOf2022();

        hall.Server.Clock.Now = Hall.At("2023-01-03 18:00");
        await hall.Board(static board => board.GetProperty("businessDay").GetString() == "2023-01-03" && NumeratorOf(board, Usage) == 0);
        await hall.Board(static board => board.GetProperty("businessDay").GetString() == "2023-01-03" && NumeratorOf(board, Usage) == 0, "hainan");
        var begun = (await hall.Told(Usage, "year"), Targets(await hall.Indicator(Usage, "year")));
        await hall.Send(HallEvent.Accepted("new-year", Window(7), Hall.At("2023-01-03 17:00"), Item(7)));

        Assert.Equal(("0/245 0.0% ok behind", "0.7 2023 behind False; 0.85 2023 behind True"), begun);
        Assert.Equal("1/245 0.4% ok behind", await hall.Told(Usage, "year"));
    }

    [Fact]
    public async Task The_old_year_keeps_its_figure_and_its_target()
    {
        await using var hall = await EndOf2022();

        hall.Server.Clock.Now = Hall.At("2023-06-30 18:00");
        await hall.Send(HallEvent.Accepted("later", Window(60), Hall.At("2023-06-30 10:00"), Item(60)));

        Assert.Equal("51/245 ok behind", await hall.Counted(Usage, "2022-01-01..2022-12-31"));
        Assert.Equal("0.6 2022 behind True", Targets(await hall.Indicator(Usage, "2022-01-01..2022-12-31")));
        Assert.Equal("1/245 ok behind", await hall.Counted(Usage, "2023-01-01..2023-06-30"));
    }

    [Fact]
    public async Task The_catalogue_of_indicators_tells_all_three_targets()
    {
        await using var hall = await Hall.Open("2022-12-30 18:00");

        var csv = (await hall.Server.Client.GetStringAsync("/api/v1/indicators?format=csv")).Split("\r\n").Single(static row => row.StartsWith($"{Usage},", StringComparison.Ordinal));

        Assert.EndsWith("2022年度目标 2022 >= 0.6; 2023年度目标（文件一） 2023 >= 0.7; 2023年度目标（文件二） 2023 >= 0.85", csv);
    }

    [Fact]
    public async Task A_county_without_a_catalogue_has_no_rate_of_0_but_the_reason_why_there_is_none()
    {
        await using var hall = await EndOf2022();

        var usage = await hall.Indicator(Usage, "year", "hainan/tianya");

        Assert.Equal("0/0 不适用 notApplicable none", await hall.Told(Usage, "year", "hainan/tianya"));
        Assert.Equal(("未导入事项目录", JsonValueKind.Null), (usage.GetProperty("reason").GetProperty("zh").GetString(), usage.GetProperty("value").ValueKind));
    }

    // Beside the 51: items used twice and thrice, at the window that lists them and at the comprehensive one; 30 that are not zero-trip;
    // one used in 2021 alone, one in another county alone. None of these may add to the 51.
    private static async Task<Hall> EndOf2022()
    {
        var hall = await Hall.Open("2022-12-30 18:00", [.. Departments.Append("hall").Select(static department => $"{Hall.County}/{department}"), "hainan/tianya 天涯区"]);
        await hall.Send(Enumerable.Range(0, 445).Select(static i => HallEvent.Listed(Item(i), Window(i), Hall.At("2021-12-01 09:00"), zeroTrip: i < 245)));
        await hall.Send(
        [
            .. Enumerable.Range(0, 51).Select(static i => HallEvent.Accepted($"first-{i}", i < 20 ? Comprehensive : Window(i), Spring.AddDays(i), Item(i))),
            .. Enumerable.Range(0, 10).Select(static i => HallEvent.Accepted($"second-{i}", Window(i), Spring.AddDays(-i), Item(i))),
            HallEvent.Accepted("third", "hainan/jiyang/market/w01", Spring.AddDays(100), Item(0)),
            .. Enumerable.Range(245, 30).Select(static i => HallEvent.Accepted($"other-{i}", Window(i), Spring, Item(i))),
            HallEvent.Accepted("year-before", Window(100), Hall.At("2021-12-31 17:00"), Item(100)),
            HallEvent.Accepted("neighbour", "hainan/tianya/housing/w01", Spring, Item(101)),
        ]);
        return hall;
    }

    private static string Item(int i) => $"item-{i:000}";

    private static string Window(int i) => $"{Hall.County}/{Departments[i % 5]}/w0{1 + (i / 5 % 2)}";

    private static long NumeratorOf(JsonElement board, string indicator) => board.GetProperty("indicators").EnumerateArray()
        .Single(value => value.GetProperty("id").GetString() == indicator).GetProperty("numerator").GetInt64();

    private static string Targets(JsonElement indicator) => string.Join("; ", indicator.GetProperty("targets").EnumerateArray()
        .Select(static target => $"{target.GetProperty("value")} {target.GetProperty("year")} {target.GetProperty("status").GetString()} {target.GetProperty("decides").GetBoolean()}"));
}
