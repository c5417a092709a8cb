using OpsBoard.Units;

namespace OpsBoard.Web.Fleet;

/// <summary>A wall as it last reported.</summary>
/// <param name="Number">By which people name it: a paired wall's own, otherwise given by the server while it runs.</param>
/// <param name="Asked">What it was asked to do and has not fetched yet.</param>
public sealed record WallHealth(int Number, WallReport Report, DateTimeOffset ReportedAt, IReadOnlyList<WallCommand> Asked)
{
    /// <summary>Walls report every 30 s: three in a row are missing.</summary>
    public static readonly TimeSpan LostAfter = TimeSpan.FromSeconds(90);

    private static readonly string[] WorstFirst = ["lost", "cutoff", "unpaired", "feed", "still", "reloading", "replay"];

    /// <summary>It was let in by a code, so its number is that of the pairing.</summary>
    public bool IsPaired { get; init; }

    public UnitPath Scope => UnitPath.Parse(Report.Scope);

    /// <summary><c>lost</c> when nothing was heard for too long, else the state that the wall says it is in.</summary>
    public string StateAt(DateTimeOffset now) => now - ReportedAt > LostAfter ? "lost" : Report.State;

    /// <summary>Smaller is worse; a live one stands behind all others.</summary>
    public int RankAt(DateTimeOffset now) => Array.IndexOf(WorstFirst, StateAt(now)) is >= 0 and var rank ? rank : WorstFirst.Length;
}
