using System.Text;
using OpsBoard.Counting;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Web.Screens.Admin;

public sealed class ConfigurationRowsTests
{
    private const string Office = """
        {"version":1,"units":[{"path":"hainan","name":{"zh":"海南省","en":"Hainan"},
          "opening":{"week":[{"days":"1-4","spans":["08:30-12:00","14:30-17:30"]},{"days":"5","spans":["08:30-12:00"]}],"holidays":"open"}}]}
        """;

    [Fact]
    public void Documents_that_disagree_are_all_shown_and_the_strictest_judges()
    {
        var rows = ConfigurationRows.Of(SomeIndicators.Packaged.Find("zero-trip-usage-items")!, 2023, Words.Zh, SampleRoster.Hainan).Select(static row => (row[3], row[4], row[5], row[7]));

        Assert.Equal([("2022", "≥ 60%", "2022年度目标", "保留"), ("2023", "≥ 70%", "2023年度目标（文件一）", "保留"), ("2023", "≥ 85%", "2023年度目标（文件二）", "现行判定依据")], rows);
    }

    [Fact]
    public void An_indicator_without_a_target_says_so()
    {
        var indicator = SomeIndicators.Packaged.All.First(static indicator => indicator.Targets.IsEmpty);

        Assert.Equal("no target", Assert.Single(ConfigurationRows.Of(indicator, 2026, Words.En, SampleRoster.Hainan))[4]);
    }

    [Fact]
    public void Days_of_the_same_hours_stand_together()
    {
        var roster = RosterReader.Read(Encoding.UTF8.GetBytes(Office), "units.json");

        Assert.Equal("周一至周四 08:30–12:00 14:30–17:30 · 周五 08:30–12:00 · 周六至周日 不开放 · 节假日照常", ConfigurationRows.Of(roster.All[0], Words.Zh)[^1]);
    }

    [Fact]
    public void A_unit_says_where_it_stands_and_whether_it_owes_figures()
    {
        var sansha = SampleRoster.Hainan.Find(UnitPath.Parse("hainan/sansha"))!;

        Assert.Equal(["hainan/sansha", "三沙市", "Sansha City", "市县级", "不排名", "单列", "不适用", "同上级"], ConfigurationRows.Of(sansha, Words.Zh));
    }

    [Fact]
    public void A_year_counts_its_working_days_with_those_worked_in_exchange()
    {
        var calendar = WorkingCalendarReader.ReadFile(Path.Combine(AppContext.BaseDirectory, "defaults", "calendar.json"));

        var rows = calendar.Years.Select(year => ConfigurationRows.Of(year, calendar, Words.Zh)).ToDictionary(static row => row[0], static row => (row[1], row[3]));

        Assert.Equal(("251", "完整"), rows["2024"]);
        Assert.Equal("不完整，部分日期为推定", rows["2027"].Item2);
    }
}
