namespace OpsBoard.Indicators;

/// <param name="Sign">1, or -1 for what is taken away.</param>
public readonly record struct Term(Quantity Quantity, int Sign);
