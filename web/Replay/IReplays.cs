using OpsBoard.Units;

namespace OpsBoard.Web.Replay;

/// <summary>Frames of former instants. None of this touches what live screens are shown.</summary>
public interface IReplays
{
    /// <param name="atMs">In unix milliseconds; null for the newest that was recorded.</param>
    Task<ReplayAnswer> Show(UnitPath scope, long? atMs, CancellationToken cancellation);
}
