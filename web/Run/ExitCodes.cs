namespace OpsBoard.Web.Run;

/// <summary>What the verbs end with.</summary>
internal static class ExitCodes
{
    public const int Well = 0;

    /// <summary>It was done, and something of it was wrong: unreadable rows, a recount that differs, a journal that stopped.</summary>
    public const int Flawed = 1;

    /// <summary>It was not begun: wrong arguments, a busy port, a data directory that cannot be used.</summary>
    public const int CannotStart = 2;
}
