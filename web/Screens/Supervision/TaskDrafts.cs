using System.Globalization;
using OpsBoard.Supervision;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Screens.Pickers;
using OpsBoard.Web.Supervision;

namespace OpsBoard.Web.Screens.Supervision;

/// <summary>A new entry with all that follows from where it came from: from the wall to the ledger in two clicks.</summary>
internal static class TaskDrafts
{
    public static TaskDraft Of(TaskOrigin? origin, UnitPath scope, Principal viewer, LedgerReading reading, SupervisionWords own, Words words, Roster roster)
    {
        var ledger = LedgerFor(origin?.Unit ?? scope, viewer);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal) { ["ledger"] = $"{ledger}", ["task"] = NextId(ledger, reading), ["kind"] = TaskKinds.WordOf(TaskKind.Inspection) };
        if (origin is not null) Fill(texts, origin, reading, own, ScopeName.Of(origin.Unit, roster, words));
        return new TaskDraft(texts);
    }

    private static void Fill(Dictionary<string, string> texts, TaskOrigin origin, LedgerReading reading, SupervisionWords own, string name)
    {
        var lead = origin.Unit.Kind == UnitKind.Window ? origin.Unit.Parent : origin.Unit;
        var first = own.FromOrigin[origin.Kind];
        texts["kind"] = TaskKinds.WordOf(origin.Kind == TaskOriginKind.Cases ? TaskKind.Inspection : TaskKind.Rectification);
        texts["title"] = first.Title.Fill(("unit", name), ("id", origin.Id)).Trim();
        texts["lead"] = $"{lead}";
        texts["officer"] = own.HeadOfUnit;
        texts["goal"] = first.Goal;
        texts["due"] = $"{IsoWeek.Of(BusinessDay.Of(reading.AsOf)).Next}";
        texts["standard"] = first.Standard;
        texts["origin"] = $"{origin}";
    }

    // The county keeps the ledger of its departments, where the viewer may write it; else whoever he is for.
    private static UnitPath LedgerFor(UnitPath unit, Principal viewer)
    {
        var county = unit;
        while (county.Kind is UnitKind.Department or UnitKind.Window) county = county.Parent;
        if (county.IsLine) county = county.Province;
        if (viewer.Reaches(county)) return county;
        return viewer.Scope is { IsLine: false } own ? own : unit;
    }

    private static string NextId(UnitPath ledger, LedgerReading reading)
    {
        var year = BusinessDay.Of(reading.AsOf).Date.Year;
        var taken = reading.Tasks.Where(task => task.Id.Ledger == ledger).Select(static task => task.Id.Id).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(number => string.Create(CultureInfo.InvariantCulture, $"{year}-{number:000}")).First(id => !taken.Contains(id));
    }
}
