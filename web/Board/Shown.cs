namespace OpsBoard.Web.Board;

/// <summary>What a screen prints for one figure: the text in both languages, its state, and its level where it has one.</summary>
/// <param name="State">One of <see cref="States"/>.</param>
/// <param name="Level">One of <see cref="Levels"/>, or null for the uncoloured normal.</param>
public readonly record struct Shown(string Zh, string En, string State, string? Level = null);
