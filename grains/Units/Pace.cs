using OpsBoard.Planting;

namespace OpsBoard.Units;

/// <summary>When the next message may go: at once after a pause, otherwise a spacing after the last one. One is under way at most.</summary>
public sealed class Pace(TimeSpan spacing, TimeProvider clock)
{
    private long? _last;
    private bool _isDue;

    /// <returns>How long to wait before sending; null when a message is due already and will carry the newest state.</returns>
    public TimeSpan? Request()
    {
        if (_isDue) return null;
        _isDue = true;
        var rest = _last is { } last ? spacing - clock.GetElapsedTime(last) : TimeSpan.Zero;
        return rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
    }

    /// <summary>Called before the newest state is read, so that a change after that asks anew.</summary>
    public void Sending()
    {
        _isDue = Planted.Has(Bug.ChangeForgottenWhileSpeaking) && _last is not null;
        _last = clock.GetTimestamp();
    }
}
