using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Indicators.Milestones;

/// <summary>What was declared of one unit under one id: the word that holds, and those that it replaced, the newest first.</summary>
public sealed record MilestoneHistory(UnitPath Unit, string Id, DeclaredMilestone Current, ImmutableArray<DeclaredMilestone> Former)
{
    /// <summary>
    /// The newest document is current, whenever it was declared; of one date the one declared last, of one instant the one whose
    /// document's name comes last. By unit path, then by id.
    /// </summary>
    public static ImmutableArray<MilestoneHistory> Of(IEnumerable<DeclaredMilestone> declared) =>
    [
        .. declared
            .GroupBy(static each => (each.Milestone.Unit, each.Milestone.Id))
            .OrderBy(static group => group.Key.Unit, UnitPath.InOrder)
            .ThenBy(static group => group.Key.Id, StringComparer.Ordinal)
            .Select(static group => Of(group.Key.Unit, group.Key.Id, [.. NewestFirst(group)])),
    ];

    private static MilestoneHistory Of(UnitPath unit, string id, ImmutableArray<DeclaredMilestone> newestFirst) =>
        new(unit, id, newestFirst[0], newestFirst[1..]);

    private static IEnumerable<DeclaredMilestone> NewestFirst(IEnumerable<DeclaredMilestone> declared) => declared
        .OrderByDescending(static each => each.Milestone.DocumentDate)
        .ThenByDescending(static each => each.DeclaredMs)
        .ThenByDescending(static each => each.Milestone.Document, StringComparer.Ordinal);
}
