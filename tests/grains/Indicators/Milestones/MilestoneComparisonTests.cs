using OpsBoard.Testing;

namespace OpsBoard.Indicators.Milestones;

/// <summary>A declared value beside each target that was set for it.</summary>
public sealed class MilestoneComparisonTests
{
    [Fact]
    public void Sixty_one_reaches_the_sixty_of_2022_and_not_the_eighty_of_2023()
    {
        var history = Assert.Single(MilestoneHistory.Of(
        [
            new(SomeMilestone.Of(value: 38, document: "2021", date: "2021-12-28", target: new MilestoneTarget(60, 2022, "2022")), 1),
            new(SomeMilestone.Of(value: 61, document: "2022", date: "2022-12-30", target: new MilestoneTarget(80, 2023, "2023")), 2),
        ]));

        Assert.Equal(
            ["61 of 60: Met", "61 of 80: Behind"],
            MilestoneComparison.Of(history).Select(static each => $"{each.Value.Value} of {each.Target.Value}: {each.Standing}"));
    }

    [Theory]
    [InlineData(100, MilestoneQualifier.About, 100L, MilestoneStanding.Unsure)]
    [InlineData(300, MilestoneQualifier.AtLeast, null, MilestoneStanding.Unsure)]
    [InlineData(100, MilestoneQualifier.AtLeast, 100L, MilestoneStanding.Met)]
    [InlineData(100, MilestoneQualifier.AtLeast, 120L, MilestoneStanding.Unsure)]
    [InlineData(350, MilestoneQualifier.Exact, 600L, MilestoneStanding.Behind)]
    public void About_a_hundred_is_no_hundred_and_at_least_a_hundred_may_be_more(long value, MilestoneQualifier qualifier, long? target, MilestoneStanding standing) =>
        Assert.Equal(standing, new MilestoneComparison(SomeMilestone.Of(value: value) with { Qualifier = qualifier }, new MilestoneTarget(target, 2023, "d")).Standing);
}
