namespace OpsBoard.LoadTest;

/// <summary>How far a load had come at one moment, and what it had cost.</summary>
/// <param name="At">A timestamp of the steady clock.</param>
/// <param name="Server">Time of the server on all cores since its start.</param>
/// <param name="Driver">The same of this process.</param>
internal readonly record struct LoadMark(long At, long Acknowledged, TimeSpan Server, TimeSpan Driver)
{
    private const double Million = 1e6;

    /// <summary>Speed and costs since an earlier mark; costs of nothing at all are 0.</summary>
    public Measurement Since(LoadMark earlier, TimeProvider real)
    {
        var (seconds, events) = (real.GetElapsedTime(earlier.At, At).TotalSeconds, Acknowledged - earlier.Acknowledged);
        var (server, driver) = ((Server - earlier.Server).TotalSeconds, (Driver - earlier.Driver).TotalSeconds);
        return Measurement.Of(
            (FigureKind.EventsPerSecond, events / seconds),
            (FigureKind.ServerProcessor, PerMillion(server, events)),
            (FigureKind.DriverProcessor, PerMillion(driver, events)),
            (FigureKind.ServerCores, server / seconds),
            (FigureKind.DriverCores, driver / seconds));
    }

    private static double PerMillion(double seconds, long events) => events == 0 ? 0 : seconds / events * Million;
}
