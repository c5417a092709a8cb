namespace OpsBoard.LoadTest;

/// <summary>How many events may go now: as fast as they are answered, or so many a second; and so many in all. It may be asked from several threads.</summary>
/// <param name="most">Events in all.</param>
/// <param name="perSecond">Null: as fast as they are answered.</param>
internal sealed class LoadPace(TimeProvider real, long most = long.MaxValue, double? perSecond = null)
{
    private readonly Lock _gate = new();
    private readonly long _began = real.GetTimestamp();
    private long _taken;

    /// <summary>Nothing will ever go: what is measured is a server at rest.</summary>
    public bool IsIdle => perSecond == 0;

    /// <summary>So many of the wanted events may go: all, fewer at the end, or none for now. Null: there will be no more.</summary>
    public int? Take(int wanted)
    {
        lock (_gate)
        {
            if (_taken >= most) return null;
            var events = (int)Math.Min(wanted, most - _taken);
            if (perSecond is { } rate && _taken + events > real.GetElapsedTime(_began).TotalSeconds * rate) return 0;
            _taken += events;
            return events;
        }
    }
}
