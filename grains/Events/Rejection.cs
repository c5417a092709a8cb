namespace OpsBoard.Events;

/// <summary>Why an item was refused.</summary>
/// <param name="Reason">A stable word in snake_case for programs, one of <see cref="Reasons"/>.</param>
/// <param name="Detail">A sentence for people that names the member and the remedy; it never repeats the item's values.</param>
public sealed record Rejection(string Reason, string Detail);
