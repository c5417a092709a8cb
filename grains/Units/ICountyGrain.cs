namespace OpsBoard.Units;

/// <summary>A county (市县区): sums its departments.</summary>
public interface ICountyGrain : IRollUpGrain;
