using OpsBoard.Board;
using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>
/// What a scope's screens say of its windows (大厅) beside the figures that every unit has: how many are paused and offline, and the
/// children where most windows are not served. Of a scope whose children are windows, each has its standing in one word.
/// </summary>
public static class WindowRows
{
    public const int Rows = 6;

    public const string Paused = "windowsPaused";

    public const string Offline = "windowsOffline";

    /// <summary>Of one window: 开放, 暂停, 离线, 关闭, or the state that withholds it.</summary>
    public const string Standing = "standing";

    /// <summary>Units all of whose windows are open, or closed in good order.</summary>
    public const string RestNormal = "windowsRestNormal";

    /// <summary>Units beside those listed with windows that are silent, offline or paused.</summary>
    public const string RestNoted = "windowsRestNoted";

    /// <param name="row">From 1, the one with most windows that are silent, offline or paused.</param>
    public static string Name(int row) => $"windows{row}.name";

    /// <summary>Open windows of all.</summary>
    public static string Open(int row) => $"windows{row}.open";

    public static string PausedIn(int row) => $"windows{row}.paused";

    public static string OfflineIn(int row) => $"windows{row}.offline";

    public static string SilentIn(int row) => $"windows{row}.silent";

    internal static IEnumerable<KeyValuePair<string, Shown>> Of(Attention.Child own, IReadOnlyCollection<Attention.Child> children, Roster roster)
    {
        yield return KeyValuePair.Create(Paused, Figures.Seen(own.Freshness, own.Reporting, state => Figures.CountOf(own.Contribution.Gauges.WindowsPaused, state)));
        yield return KeyValuePair.Create(Offline, Figures.Seen(own.Freshness, own.Reporting, state => Figures.CountOf(own.Contribution.Gauges.WindowsOffline, state, Levels.Watch)));
        // A unit without windows has none that could be in order.
        var reporting = children.Where(static child => child.Reporting && child.Contribution.Windows > 0).Select(static child => child.Contribution).ToList();
        var unserved = reporting.Where(static child => Unserved(child) > 0)
            .OrderByDescending(static child => child.Gauges.WindowsSilent)
            .ThenByDescending(static child => child.Gauges.WindowsOffline)
            .ThenByDescending(static child => child.Gauges.WindowsPaused)
            .ToList();
        yield return KeyValuePair.Create(RestNormal, Figures.CountOf(reporting.Count - unserved.Count, States.Ok));
        yield return KeyValuePair.Create(RestNoted, Figures.CountOf(Math.Max(0, unserved.Count - Rows), States.Ok, Levels.Watch));
        for (var row = 1; row <= Rows; row++)
        {
            var child = row <= unserved.Count ? unserved[row - 1] : null;
            yield return KeyValuePair.Create(Name(row), child is null ? Attention.Vacant : Attention.Worded(roster.ShortNameIn(own.Contribution.Unit, child.Unit)));
            yield return KeyValuePair.Create(Open(row), child is null ? Attention.Vacant : OpenOf(child));
            yield return KeyValuePair.Create(PausedIn(row), child is null ? Attention.Vacant : Figures.CountOf(child.Gauges.WindowsPaused, States.Ok));
            yield return KeyValuePair.Create(OfflineIn(row), child is null ? Attention.Vacant : Figures.CountOf(child.Gauges.WindowsOffline, States.Ok, Levels.Watch));
            yield return KeyValuePair.Create(SilentIn(row), child is null ? Attention.Vacant : Figures.CountOf(child.Gauges.WindowsSilent, States.Ok, Levels.Watch));
        }
    }

    /// <summary>A window that was told to be offline or paused is so even where it also counts as open.</summary>
    internal static Shown StandingOf(Attention.Child window) => Figures.Seen(window.Freshness, window.Reporting, state => window.Contribution.Gauges switch
    {
        { WindowsOffline: > 0 } => new Shown("离线", "Offline", state, Levels.Watch),
        { WindowsPaused: > 0 } => new Shown("暂停", "Paused", state),
        { WindowsOpen: > 0 } => new Shown("开放", "Open", state),
        _ => new Shown("关闭", "Closed", state),
    });

    private static long Unserved(Contribution child) => child.Gauges.WindowsSilent + child.Gauges.WindowsOffline + child.Gauges.WindowsPaused;

    private static Shown OpenOf(Contribution child)
    {
        var text = Print.Fraction(child.Gauges.WindowsOpen, child.Windows);
        return new Shown(text, text, States.Ok);
    }
}
