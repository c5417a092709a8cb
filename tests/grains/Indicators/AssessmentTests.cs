using OpsBoard.Board;
using OpsBoard.Configuration;
using OpsBoard.Counting;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Indicators;

public sealed class AssessmentTests
{
    private static readonly Coefficient Hard = new(null, "island", Fraction.Of(1.05m), new("省营商环境建设厅", "Department"), "2026-1", "文件");

    [Fact]
    public void A_component_gives_the_reached_part_of_its_target_times_its_weight()
    {
        var score = Of(Part(60, 0.9m)).ScoreOf(SomeIndicators.Figures(45, 100), null)!;

        Assert.Equal((Fraction.Of(30), Fraction.Of(60)), (score.Raw, score.Possible));
    }

    [Fact]
    public void More_than_the_target_gives_no_more_than_the_weight() =>
        Assert.Equal(Fraction.Of(60), Of(Part(60, 0.9m)).ScoreOf(SomeIndicators.Figures(100, 100), null)!.Raw);

    [Theory]
    [InlineData(0, 60)]
    [InlineData(10, 60)]
    [InlineData(20, 30)]
    public void Where_down_is_good_the_target_is_divided_by_the_value(long completed, long points) =>
        Assert.Equal((Fraction)points, Of(Part(60, 0.1m, Direction.Down)).ScoreOf(SomeIndicators.Figures(completed, 100), null)!.Raw);

    [Fact]
    public void A_component_without_data_is_listed_and_not_among_the_possible_points()
    {
        var noData = new Component(SomeIndicators.Packaged.Find("hotline-satisfaction")!, 20, null);

        var score = Of(Part(80, 1), noData).ScoreOf(SomeIndicators.Figures(50, 100), null)!;

        Assert.Equal((Fraction.Of(40), Fraction.Of(80)), (score.Raw, score.Possible));
        Assert.Equal([IndicatorState.Ok, IndicatorState.NoData], score.Components.Select(static component => component.Value.State));
    }

    [Fact]
    public void The_weighted_score_is_the_raw_one_times_the_coefficient_of_the_group()
    {
        var score = (Of(Part(100, 1)) with { Coefficients = [Hard] }).ScoreOf(SomeIndicators.Figures(80, 100), "island")!;

        Assert.Equal((Fraction.Of(80), Fraction.Of(84)), (score.Raw, score.Weighted));
    }

    [Fact]
    public void A_unit_s_own_coefficient_goes_before_that_of_its_group()
    {
        var own = Hard with { Unit = UnitPath.Parse("hainan/sansha"), PeerGroup = null, Value = Fraction.Of(1.2m) };

        var score = (Of(Part(100, 1)) with { Coefficients = [Hard, own] }).ScoreOf(SomeIndicators.Figures(80, 100, "hainan/sansha"), "island")!;

        Assert.Equal(own, score.Coefficient);
    }

    [Fact]
    public void The_packaged_assessments_can_be_read()
    {
        var assessments = AssessmentReader.ReadFile(Path.Combine(AppContext.BaseDirectory, "defaults", "assessments.json"), SomeIndicators.Packaged);

        Assert.Equal(
            [("monthly", IndicatorPeriod.Month), ("quarterly", IndicatorPeriod.Quarter), ("yearly", IndicatorPeriod.Year)],
            assessments.Select(static assessment => (assessment.Id, assessment.Cycle)));
    }

    [Theory]
    [InlineData("""{ "indicator": "on-time", "weight": 99.5 }""", "line 3: the weights of a group sum to 100, not to 99.5.")]
    [InlineData("""{ "indicator": "on-tiem", "weight": 100 }""", "line 4: \"indicator\" \"on-tiem\" is not in indicators.json.")]
    [InlineData("""{ "indicator": "on-time", "weight": 0 }""", "line 4: \"weight\" is above 0; all of a group sum to 100.")]
    [InlineData("""{ "indicator": "coverage-county", "weight": 100 }""", "line 4: \"coverage-county\" is not read by month; see its \"periods\" in indicators.json.")]
    [InlineData("""{ "indicator": "weekend-cases", "weight": 100 }""", "line 4: \"weekend-cases\" has no good direction, so it gives no points.")]
    [InlineData("""{ "indicator": "instant-share", "weight": 100 }""", "line 4: \"instant-share\" has no target in indicators.json; give it a \"target\" here.")]
    public void A_mistake_is_named_with_its_line(string component, string expected)
    {
        var text = $$"""
            { "assessments": [
            { "id": "m", "name": { "zh": "月", "en": "M" }, "cycle": "month", "document": "文件", "groups": [
            { "components": [
            {{component}} ] } ] } ] }
            """;

        var mistake = Assert.Throws<ConfigurationException>(() => AssessmentReader.Read(SomeIndicators.Utf8(text), "assessments.json", SomeIndicators.Packaged));

        Assert.Equal("assessments.json, " + expected, mistake.Message);
    }

    private static Component Part(long weight, decimal target, Direction direction = Direction.Up) =>
        new(SomeIndicators.Rate(direction), weight, Fraction.Of(target));

    private static Assessment Of(params Component[] components) =>
        new("monthly", new("月度考核", "Monthly"), IndicatorPeriod.Month, "文件", [new AssessedGroup(null, [.. components])], []);
}
