namespace OpsBoard.Embedded;

internal sealed record GrainAddress(string Key);
