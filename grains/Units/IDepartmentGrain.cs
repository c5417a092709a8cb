namespace OpsBoard.Units;

/// <summary>A county's department: sums its windows.</summary>
public interface IDepartmentGrain : IRollUpGrain;
