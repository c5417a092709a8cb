namespace OpsBoard.Supervision;

/// <summary>How one side of an entry stands; the later the graver.</summary>
public enum TaskMark : byte
{
    None = 0,

    /// <summary>◆: later than planned, with an explanation that still holds (说明延期).</summary>
    Explained = 1,

    /// <summary>▲: the month is short, or the end is near.</summary>
    Warning = 2,

    /// <summary>■: the quarter is short, or the week is over.</summary>
    Behind = 3,
}
