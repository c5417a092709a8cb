using OpsBoard.Configuration;
using OpsBoard.Indicators;
using OpsBoard.Testing;

namespace OpsBoard.Supervision.Plans;

public sealed class TargetPlansReaderTests
{
    private const string Plan =
        """{ "id": "one", "name": { "zh": "一", "en": "one" }, "unit": "hainan/jiyang", "year": 2026, "milestone": "one-thing", "target": 80, "document": "文件", "amounts": "level", "start": 61 }""";

    [Fact]
    public void The_example_lays_out_sixty_and_eighty_a_hundred_all_and_both_documents_of_a_rate()
    {
        var plans = TargetPlansReader.ReadFile(Path.Combine(Corpora.Repository(), "docs", "examples", "target-plans.json"), SomeIndicators.Packaged).All;

        Assert.Equal(
            ["one-thing 2022 60", "one-thing 2023 80", "province-wide 2023 all", "credit-scenes 2023 100", "zero-trip-usage-items 2022 3/5", "zero-trip-usage-items 2023 7/10", "zero-trip-usage-items 2023 17/20"],
            plans.Select(static plan => $"{plan.Milestone ?? plan.Indicator} {plan.Year} {(plan.Target is not { } target ? "all" : target.Denominator.IsOne ? $"{target.Numerator}" : $"{target}")}"));
        Assert.All(plans, static plan => Assert.Equal(plan.Target is null ? 0 : 12, plan.ByMonth.Length));
    }

    [Fact]
    public void Months_go_in_equal_steps_from_the_start_or_as_they_are_given()
    {
        var given = Plan.Replace("\"start\": 61", "\"byMonth\": [1,1,1,1,1,1,1,1,1,1,1,80]", StringComparison.Ordinal).Replace("\"one\",", "\"other\",", StringComparison.Ordinal);

        var plans = Read(Plan, given).All;

        Assert.Equal([63L, 65L, 66L], plans[0].ByMonth.Take(3).Select(static wanted => wanted.Floor()));
        Assert.Equal([1L, 80L], plans[1].ByMonth.Skip(10).Select(static wanted => wanted.Floor()));
    }

    [Theory]
    [InlineData("\"milestone\": \"one-thing\"", "\"milestone\": \"one-thing\", \"indicator\": \"on-time\"", "a plan is for an \"indicator\" or for a \"milestone\"; give one of them.")]
    [InlineData("\"milestone\": \"one-thing\"", "\"indicator\": \"on-tiem\"", "\"indicator\" \"on-tiem\" is not in indicators.json.")]
    [InlineData("\"start\": 61", "\"told\": \"year\"", "a level needs \"start\", what stood at the beginning of the year, or \"byMonth\".")]
    [InlineData("\"level\"", "\"flow\"", "a flow begins at 0: leave out \"start\".")]
    [InlineData("\"target\": 80", "\"all\": true", "\"all\" says no number: leave out \"target\", \"start\" and \"byMonth\".")]
    [InlineData("\"target\": 80, ", "", "\"target\" is missing: a number, a share of 1 for a rate, or \"all\": true.")]
    [InlineData("\"target\": 80", "\"target\": 80.5", "a count has whole numbers.")]
    [InlineData("\"start\": 61", "\"byMonth\": [1,2,3]", "\"byMonth\" is 12 numbers, what shall be reached in all by the end of each month; they go one way, and end at the target.")]
    [InlineData("\"start\": 61", "\"byMonth\": [2,1,1,1,1,1,1,1,1,1,1,80]", "\"byMonth\" is 12 numbers, what shall be reached in all by the end of each month; they go one way, and end at the target.")]
    [InlineData("\"unit\": \"hainan/jiyang\", ", "", "\"unit\" is missing: the path of the unit that shall reach it, no line.")]
    [InlineData("\"start\": 61", "\"start\": 61, \"quality\": { \"indicator\": \"none\", \"value\": 1 }", "\"quality.indicator\" \"none\" is not in indicators.json.")]
    public void A_mistake_is_named_by_its_line_with_what_would_be_right(string instead, string of, string message) =>
        Assert.Equal($"target-plans.json, line 3: {message}", Assert.Throws<ConfigurationException>(() => Read(Plan.Replace(instead, of, StringComparison.Ordinal))).Message);

    private static TargetPlans Read(params IEnumerable<string> plans) =>
        TargetPlansReader.Read(SomeIndicators.Utf8($"{{ \"version\": 1,\n\"plans\": [\n{string.Join(",\n", plans)}] }}"), "target-plans.json", SomeIndicators.Packaged);
}
