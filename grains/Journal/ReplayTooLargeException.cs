namespace OpsBoard.Journal;

/// <summary>A day lies so far back that more events came since than may be counted for a replay.</summary>
public sealed class ReplayTooLargeException(long mostEvents)
    : Exception($"More than {mostEvents} events came since that day began.")
{
    public long MostEvents => mostEvents;
}
