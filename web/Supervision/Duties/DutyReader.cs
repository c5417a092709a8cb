using OpsBoard.Counting;
using OpsBoard.Supervision.Duties;
using OpsBoard.Units;

namespace OpsBoard.Web.Supervision.Duties;

/// <summary>Reads who did which duty when, for page, API and CSV alike.</summary>
internal sealed class DutyReader(HeldLedger ledger, DutyList duties, Roster roster, CountingTerms terms, TimeProvider clock)
{
    /// <param name="year">Null: this one.</param>
    public async Task<DutyReading> Read(UnitPath scope, int? year, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = BusinessDay.Of(now);
        var deeds = DutyDeed.Of(scope, (await ledger.Read(cancellation)).Records);
        var asked = year ?? today.Date.Year;
        var all = duties.All;
        // A unit that nobody registered, and that did something all the same, is not left out.
        var units = roster.InOrder(roster.All.Select(static unit => unit.Path).Concat(all.SelectMany(static duty => duty.Units)).Concat(deeds.Select(static deed => deed.Unit)).Where(scope.Contains).Distinct(), static unit => unit).ToList();
        return new DutyReading(scope, now, asked, [.. all.Select(duty => DutyMatrix.Of(duty, asked, units, deeds, today, unit => terms.For(unit).Calendar)).Where(static matrix => !matrix.Rows.IsEmpty)], deeds);
    }
}
