namespace OpsBoard.Units;

/// <summary>The province: sums its counties.</summary>
public interface IProvinceGrain : IRollUpGrain;
