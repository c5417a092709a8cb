namespace OpsBoard.Web.Screens.Replay;

/// <summary>The words that the page of a replay hands to its module; those of live screens are not among them.</summary>
public sealed record ReplayDataWords(
    IReadOnlyList<string> Ages,
    string Ago,
    string NeverHeard,
    IReadOnlyDictionary<string, string> Freshness,
    IReadOnlyDictionary<string, string> FreshnessShort,
    string Play,
    string Pause,
    string Failed);
