using OpsBoard.Counting;

namespace OpsBoard.Supervision;

/// <summary>
/// What holds of duties and surveys. Each is known by its unit, its id, its document and the document's day; of what was said of one, the last word by the
/// time of saying holds, of one instant in the order of the acts, then by identity. So the order in which events come does not matter.
/// </summary>
internal static class ToldFacts
{
    /// <summary>The last word on each, in no particular order; what was withdrawn is left out.</summary>
    /// <param name="records">Of anything, in any order.</param>
    public static IEnumerable<TaskRecord> Standing(TaskFamily family, IEnumerable<TaskRecord> records) => records
        .Where(record => TaskFamilies.IdIn(family, record.Event.Task) is not null)
        .GroupBy(static record => (record.Event.Task, record.Event.Facts.Evidence))
        .Select(static group => InOrder(group).Last())
        .Where(static record => record.Event.Act != TaskAct.Withdrawn);

    /// <summary>As things happened.</summary>
    public static IEnumerable<TaskRecord> InOrder(IEnumerable<TaskRecord> records) => records
        .OrderBy(static record => record.Event.OccurredMs)
        .ThenBy(static record => record.Event.Act)
        .ThenBy(static record => record.Event.Source, IdentityOrder.Bytewise)
        .ThenBy(static record => record.Event.Id, IdentityOrder.Bytewise);
}
