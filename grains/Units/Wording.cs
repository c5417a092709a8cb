namespace OpsBoard.Units;

/// <summary>One text in the two languages of the screens; neither is ever empty.</summary>
public sealed record Wording(string Zh, string En);
