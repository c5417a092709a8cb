namespace OpsBoard.LoadTest;

/// <summary>A judgement on a load.</summary>
/// <param name="Text">One line with the figures it rests on.</param>
/// <param name="IsRequired">False: an aim, whose missing is told and changes no exit status, since machines differ.</param>
internal sealed record LoadVerdict(string Text, bool Holds, bool IsRequired)
{
    public string Word => (Holds, IsRequired) switch
    {
        (true, true) => "holds",
        (false, true) => "FAILED",
        (true, false) => "reached",
        (false, false) => "missed",
    };

    /// <summary>An aim of the design.</summary>
    public static LoadVerdict Aim(string text, bool isReached) => new(text, isReached, IsRequired: false);
}
