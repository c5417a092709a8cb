namespace OpsBoard.LoadTest;

internal enum CounterState
{
    NotYetOpen,
    Open,
    Paused,

    /// <summary>Cut off: nobody is served and no heartbeat is sent.</summary>
    Silent,
    Closed,
}
