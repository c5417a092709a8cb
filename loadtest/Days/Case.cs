namespace OpsBoard.LoadTest;

internal sealed record Case(string Name, Item Item, Window Window, string Channel, int Trips);
