namespace OpsBoard.LoadTest;

/// <summary>A judgement on a load.</summary>
/// <param name="Text">One line with the figures it rests on.</param>
/// <param name="IsRequired">False: an aim, whose missing is told and changes no exit status, since machines differ.</param>
internal sealed record LoadVerdict(string Text, bool Holds, bool IsRequired)
{
    public string Word { get; private init; } = (Holds, IsRequired) switch
    {
        (true, true) => "holds",
        (false, true) => "FAILED",
        (true, false) => "reached",
        (false, false) => "missed",
    };

    /// <summary>An aim of the design.</summary>
    public static LoadVerdict Aim(string text, bool isReached) => new(text, isReached, IsRequired: false);

    /// <summary>A figure for which there is no aim.</summary>
    public static LoadVerdict Told(string text) => new(text, Holds: true, IsRequired: false) { Word = "told" };

    /// <summary>What could not be measured here.</summary>
    public static LoadVerdict Skipped(string text) => new(text, Holds: false, IsRequired: false) { Word = "skipped" };
}
