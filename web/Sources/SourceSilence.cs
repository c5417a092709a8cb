using OpsBoard.Supervision;
using OpsBoard.Units;

namespace OpsBoard.Web.Sources;

/// <summary>A source that sends nothing although the units it writes for are due to report.</summary>
/// <param name="Unit">The unit under which all lie for which it sends.</param>
public sealed record SourceSilence(string Source, UnitPath Unit)
{
    /// <summary>What an entry of the ledger names that comes from it.</summary>
    public TaskOrigin Origin => new(TaskOriginKind.Silence, Unit, Source);
}
