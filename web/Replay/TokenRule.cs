using System.Collections.Frozen;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Replay;

/// <summary>
/// Which frames of one scope are recorded: of a province one a minute, and of every scope each in which a level or a state is another
/// than in the last that was recorded.
/// </summary>
internal sealed class TokenRule(UnitPath scope)
{
    private const long MinuteMs = 60_000;

    // A frame made of exactly what the journal holds says more than one that is a moment behind; but it may never come.
    private const int MostTries = 4;

    private FrozenDictionary<string, Shown>? _told;
    private long _minute = long.MinValue;
    private long _looked;
    private int _tries;

    /// <summary>The instant for which the frame holds: its own, or now when it was looked at before and is still the newest.</summary>
    public long AtMs { get; private set; }

    public bool IsChange { get; private set; }

    /// <returns>True when the frame is to be recorded.</returns>
    public bool IsDue(Frame frame, long nowMs)
    {
        AtMs = frame.Version == _looked ? nowMs : frame.AsOf.ToUnixTimeMilliseconds();
        IsChange = frame.Version != _looked && _told is not null && Differs(frame.Shown, _told);
        _told ??= frame.Shown;
        var isMinute = scope.Kind == UnitKind.Province && AtMs / MinuteMs != _minute;
        var isDue = (IsChange || isMinute) && BusinessDay.Of(AtMs) == frame.Board.Day;
        if (!isDue) (_looked, _tries) = (frame.Version, 0);
        return isDue;
    }

    /// <returns>False when the frame has to be taken as it is, though it is behind.</returns>
    public bool MayWait() => ++_tries < MostTries;

    public void Recorded(Frame frame) => (_told, _looked, _minute, _tries) = (frame.Shown, frame.Version, AtMs / MinuteMs, 0);

    // The list of the worst repeats figures of children, and its rows come and go.
    private static bool Differs(FrozenDictionary<string, Shown> now, FrozenDictionary<string, Shown> told) => now.Any(pair =>
        !Attention.IsRow(pair.Key) && told.TryGetValue(pair.Key, out var before) && (before.State != pair.Value.State || before.Level != pair.Value.Level));
}
