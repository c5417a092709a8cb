namespace OpsBoard.LoadTest;

internal sealed record Citizen(string Ticket, Item Item);
