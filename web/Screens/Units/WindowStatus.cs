using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Web.Screens.Units;

/// <summary>How a window stands: open, paused, offline, closed, or never heard of. Whether somebody is being served, or the clerk is away, no event says.</summary>
/// <param name="SinceMs">Since when it is open or paused; of one that is offline, when it was last heard.</param>
public sealed record WindowStatus(UnitPath Window, string State, long? SinceMs)
{
    public const string Open = "open";
    public const string Paused = "paused";
    public const string Offline = "offline";
    public const string Closed = "closed";
    public const string Never = "never";

    /// <summary>Registered windows in roster order, then the others.</summary>
    internal static IReadOnlyList<WindowStatus> Of(UnitPath scope, WindowReading reading, Roster roster)
    {
        var heard = reading.Windows.ToDictionary(static window => window.Window);
        var all = roster.WindowsOf(scope).Select(static unit => unit.Path).Union(heard.Keys);
        return [.. roster.InOrder(all, static window => window).Select(window => heard.TryGetValue(window, out var record) ? Of(record, reading.AtMs) : new(window, Never, null))];
    }

    private static WindowStatus Of(WindowRecord window, long atMs)
    {
        var opening = window.Open.FirstOrDefault(subject => subject.Kind == SubjectKind.Opening && BusinessDay.Of(subject.SinceMs) == BusinessDay.Of(atMs));
        if (opening.Kind != SubjectKind.Opening) return new(window.Window, Closed, null);
        if (atMs - window.LastEventMs > GaugeRules.OfflineAfter.TotalMilliseconds) return new(window.Window, Offline, window.LastEventMs);
        return new(window.Window, opening.State == OpenState.Paused ? Paused : Open, opening.SinceMs);
    }
}
