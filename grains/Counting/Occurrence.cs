using OpsBoard.Events;
using OpsBoard.Planting;

namespace OpsBoard.Counting;

/// <summary>One event as counting sees it.</summary>
public sealed record Occurrence(EventKind Kind, long AtMs, string Source, string Id, Facts Facts)
{
    /// <summary>By time, ties by the bytes of the identity: the order of arrival never decides.</summary>
    public static int Compare(Occurrence left, Occurrence right)
    {
        var byTime = left.AtMs.CompareTo(right.AtMs);
        if (byTime != 0 || Planted.Has(Bug.TiesByArrival)) return byTime;
        var bySource = IdentityOrder.Bytewise.Compare(left.Source, right.Source);
        return bySource != 0 ? bySource : IdentityOrder.Bytewise.Compare(left.Id, right.Id);
    }

    public static Occurrence Of(ServiceEvent fact) => new(fact.Kind, fact.OccurredMs, fact.Source, fact.Id, fact.Facts);

    /// <summary>
    /// This occurrence as its corrections leave it: the highest revision wins, ties by identity; null when the winner takes it out.
    /// A correction replaces what was said, never which subject it was said of.
    /// </summary>
    public Occurrence? CorrectedBy(IEnumerable<Occurrence> corrections)
    {
        var winner = corrections
            .Where(correction => correction.Source == Source && correction.Facts.Target == Id)
            .OrderBy(static correction => Planted.Has(Bug.CorrectionByArrival) ? 0 : correction.Facts.Revision ?? 0)
            .ThenBy(static correction => Planted.Has(Bug.CorrectionByArrival) ? "" : correction.Id, IdentityOrder.Bytewise)
            .LastOrDefault();
        if (winner is null) return this;
        return winner.Facts.Data is { } said ? this with { Facts = said } : null;
    }
}
