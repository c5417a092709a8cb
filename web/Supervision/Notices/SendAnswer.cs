namespace OpsBoard.Web.Supervision.Notices;

/// <summary>What became of sending.</summary>
/// <param name="Fault">One of <see cref="OpsBoard.Supervision.Notices.NoticeFaults"/>; null: the receiver took it.</param>
/// <param name="IsDown">The way itself is of no use at present, so that others of it would fail too.</param>
internal readonly record struct SendAnswer(string? Fault, bool IsDown)
{
    public static readonly SendAnswer Taken = new(null, false);

    /// <summary>This notice was refused; another may be taken.</summary>
    public static SendAnswer Refused(string fault) => new(fault, false);

    public static SendAnswer Down(string fault) => new(fault, true);
}
