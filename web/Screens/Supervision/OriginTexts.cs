namespace OpsBoard.Web.Screens.Supervision;

/// <summary>What an entry that came from the board says at first; the title has places <c>{unit}</c> and <c>{id}</c>.</summary>
public sealed record OriginTexts(string Title, string Goal, string Standard);
