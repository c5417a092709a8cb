using OpsBoard.Events;

namespace OpsBoard.Counting;

/// <summary>One event as counting sees it.</summary>
public sealed record Occurrence(EventKind Kind, long AtMs, string Source, string Id, Facts Facts)
{
    /// <summary>By time, ties by identity: the order of arrival never decides.</summary>
    public static int Compare(Occurrence left, Occurrence right)
    {
        var byTime = left.AtMs.CompareTo(right.AtMs);
        if (byTime != 0) return byTime;
        var bySource = string.CompareOrdinal(left.Source, right.Source);
        return bySource != 0 ? bySource : string.CompareOrdinal(left.Id, right.Id);
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
            .OrderBy(static correction => correction.Facts.Revision ?? 0)
            .ThenBy(static correction => correction.Id, StringComparer.Ordinal)
            .LastOrDefault();
        if (winner is null) return this;
        return winner.Facts.Data is { } said ? this with { Facts = said } : null;
    }
}
