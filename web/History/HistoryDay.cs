using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Web.History;

/// <summary>One business day of a unit as the journal keeps it.</summary>
/// <param name="Sum">What the day added.</param>
/// <param name="Items">The item catalogue at the end of the day.</param>
/// <param name="Revisions">What changed the day after it was over (更正), by number.</param>
internal sealed record HistoryDay(DaySum Sum, ItemStock Items, IReadOnlyList<Revision> Revisions)
{
    public BusinessDay Day => Sum.Day;

    /// <summary>live, imported (导入), or partly of both.</summary>
    public string Origin => Sum.Imported == 0 ? "live" : Sum.Imported == Sum.Windows ? "imported" : "partlyImported";
}
