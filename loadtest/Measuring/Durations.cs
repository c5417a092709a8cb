namespace OpsBoard.LoadTest;

/// <summary>Collects how long single things took, from several threads.</summary>
internal sealed class Durations
{
    private readonly Lock _gate = new();
    private List<double> _milliseconds = [];

    public void Add(TimeSpan took)
    {
        lock (_gate) _milliseconds.Add(took.TotalMilliseconds);
    }

    /// <summary>All since the last look, which are forgotten here.</summary>
    public Spread Take()
    {
        List<double> taken;
        lock (_gate) (taken, _milliseconds) = (_milliseconds, []);
        return Spread.Of(taken);
    }
}
