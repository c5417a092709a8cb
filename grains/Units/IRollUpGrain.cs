namespace OpsBoard.Units;

/// <summary>What a unit does for its children.</summary>
public interface IRollUpGrain : IUnitGrain
{
    /// <summary>Takes a child's whole contribution; one that is not newer than the held one changes nothing, so a retry is safe.</summary>
    Task Contribute(Contribution contribution);
}
