using OpsBoard.Configuration;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Duties;

public sealed class DutiesReaderTests
{
    private const string Duty = """{ "id": "walk", "name": { "zh": "走流程", "en": "walk" }, "cycle": "quarter", "for": ["county"], "owner": { "zh": "厅", "en": "dept" }, "document": "文件", "from": "2026-01-01" }""";

    [Fact]
    public void The_example_has_the_five_duties_and_the_inspections_only_days()
    {
        var duties = DutiesReader.ReadFile(Path.Combine(Corpora.Repository(), "docs", "examples", "duties.json"));

        Assert.Equal(["我陪群众走流程 Quarter", "领导接话日 Quarter", "实地调研 Month", "政务诚信评价 Quarter", "检查 Quarter"], duties.All.Select(static duty => $"{duty.Name.Zh} {duty.Cycle}"));
        Assert.Equal([null, null, null, null, new DutySpan(1, 1, 15)], duties.All.Select(static duty => duty.Allowed));
    }

    [Fact]
    public void Where_nothing_is_said_a_duty_is_due_in_its_last_ten_working_days_and_one_of_a_month_in_five()
    {
        var month = Duty.Replace("quarter", "month", StringComparison.Ordinal).Replace("\"walk\",", "\"visit\",", StringComparison.Ordinal);

        Assert.Equal([10, 5], Read(Duty, month).All.Select(static duty => duty.NoticeDays));
    }

    [Theory]
    [InlineData("\"quarter\"", "\"weekly\"", "line 3: \"cycle\" is one of month, quarter, year, not \"weekly\".")]
    [InlineData("[\"county\"]", "[]", "line 3: a duty is for some units: give \"for\", such as [\"county\"], or \"units\".")]
    [InlineData("[\"county\"]", "[\"town\"]", "line 3: \"for\" is one of province, county, department, window, not \"town\".")]
    [InlineData(", \"from\": \"2026-01-01\"", "", "line 3: \"from\" is missing: the first day from which it is judged, such as \"2026-01-01\".")]
    [InlineData("\"from\"", "\"noticeDays\": 61, \"from\"", "line 3: \"noticeDays\" is 0 to 60 working days.")]
    [InlineData("\"from\"", "\"allowed\": { \"month\": 4, \"firstDay\": 1, \"lastDay\": 15 }, \"from\"", "line 3: \"allowed.month\" is 1 to 3, counted in the quarter.")]
    [InlineData("\"from\"", "\"allowed\": { \"month\": 1, \"firstDay\": 16, \"lastDay\": 15 }, \"from\"", "line 3: \"allowed.firstDay\" and \"allowed.lastDay\" are days of the month, 1 to 31, the first not after the last.")]
    [InlineData("\"for\": [\"county\"]", "\"units\": [\"hainan/~/housing\"]", "line 3: \"units\" \"hainan/~/housing\" is a line; name its departments.")]
    [InlineData("\"walk\",", "\"Walk\",", "line 3: \"id\" is lower-case letters, digits and hyphens, such as \"on-time\".")]
    public void A_mistake_is_named_by_its_line_with_what_would_be_right(string instead, string of, string message) =>
        Assert.EndsWith(message, Assert.Throws<ConfigurationException>(() => Read(Duty.Replace(instead, of, StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_duty_that_is_given_twice_is_a_mistake() => Assert.Contains("given twice", Assert.Throws<ConfigurationException>(() => Read(Duty, Duty)).Message, StringComparison.Ordinal);

    private static DutyList Read(params IEnumerable<string> duties) => DutiesReader.Read(SomeIndicators.Utf8($"{{ \"version\": 1,\n\"duties\": [\n{string.Join(",\n", duties)}] }}"), "duties.json");
}
