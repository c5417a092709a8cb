using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>
/// The terms under which events are counted: calendar, limits and office hours. Cells follow from them as from the events, so a
/// change of terms counts everything anew at the next start.
/// </summary>
/// <param name="Local">By unit; the nearest unit above a window wins.</param>
/// <param name="Otherwise">Where no unit above has terms of its own.</param>
/// <param name="SealAfterDays">Days older than this are sealed: later changes become adjustments (更正).</param>
public sealed record CountingTerms(IReadOnlyDictionary<UnitPath, LocalTerms> Local, LocalTerms Otherwise, int SealAfterDays = 7)
{
    /// <summary>Raised with each change of a counting rule in the program: the next start counts everything anew.</summary>
    public const int RulesVersion = 2;

    public static readonly CountingTerms Default = new(new Dictionary<UnitPath, LocalTerms>(), LocalTerms.Default);

    /// <summary>Names everything that the cells depend on besides the events; equal for equal terms.</summary>
    public string Fingerprint => TermsFingerprint.Of(this);

    public LocalTerms For(UnitPath unit) => Local.Count == 0 ? Otherwise : Nearest(unit);

    private LocalTerms Nearest(UnitPath unit)
    {
        if (Local.TryGetValue(unit, out var own)) return own;
        return unit.Kind == UnitKind.Province ? Otherwise : Nearest(unit.Parent);
    }
}
