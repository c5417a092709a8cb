using OpsBoard.Indicators.Milestones;
using OpsBoard.Testing;

namespace OpsBoard.Indicators;

public sealed class MilestoneHistoryTests
{
    [Fact]
    public void The_newest_document_is_current_whenever_it_was_declared()
    {
        var history = Of((SomeMilestone.Of(value: 80, date: "2023-07-31"), 1), (SomeMilestone.Of(value: 61, date: "2022-12-30"), 2));

        Assert.Equal("80 <- 61", history);
    }

    [Fact]
    public void Of_two_documents_of_one_day_the_one_declared_last_is_current() =>
        Assert.Equal("62 <- 61", Of((SomeMilestone.Of(value: 62, document: "a"), 2), (SomeMilestone.Of(value: 61, document: "b"), 1)));

    [Fact]
    public void Of_two_declared_at_once_the_order_of_arrival_does_not_matter()
    {
        var (a, b) = ((SomeMilestone.Of(value: 61, document: "a"), 1L), (SomeMilestone.Of(value: 62, document: "b"), 1L));

        Assert.Equal(Of(a, b), Of(b, a));
    }

    [Fact]
    public void Units_and_ids_have_histories_of_their_own() => Assert.Equal(
        ["hainan one-thing", "hainan/jiyang credit", "hainan/jiyang one-thing"],
        MilestoneHistory.Of([Declared(SomeMilestone.Of()), Declared(SomeMilestone.Of(id: "credit")), Declared(SomeMilestone.Of(unit: "hainan"))]).Select(static each => $"{each.Unit} {each.Id}"));

    private static DeclaredMilestone Declared(Milestone milestone, long atMs = 1) => new(milestone, atMs);

    private static string Of(params (Milestone Milestone, long AtMs)[] declared)
    {
        var history = MilestoneHistory.Of(declared.Select(static each => Declared(each.Milestone, each.AtMs)))[0];
        return $"{history.Current.Milestone.Value} <- {string.Join(' ', history.Former.Select(static each => each.Milestone.Value))}";
    }
}
