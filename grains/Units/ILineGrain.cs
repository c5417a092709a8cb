namespace OpsBoard.Units;

/// <summary>One department over all counties (条): sums those departments.</summary>
public interface ILineGrain : IRollUpGrain;
