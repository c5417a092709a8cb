namespace OpsBoard.LoadTest;

/// <summary>What the intake said of an event; <see cref="Unknown"/> while it has said nothing.</summary>
internal enum Fate
{
    Unknown,
    Accepted,
    Duplicate,
    Conflict,
    Rejected,
}
