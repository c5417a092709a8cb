namespace OpsBoard.LoadTest;

/// <summary>A kind of department, the same in every county. Those with weekend service ("5+2") keep half of their windows open on Saturday and Sunday.</summary>
internal sealed record DepartmentKind(string Segment, LocalName Name, int Weight, bool HasWeekendService);
