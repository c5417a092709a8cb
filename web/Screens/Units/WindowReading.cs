using System.Collections.Immutable;
using OpsBoard.Journal;

namespace OpsBoard.Web.Screens.Units;

/// <summary>The windows of a scope at one instant.</summary>
internal sealed record WindowReading(DateTimeOffset At, ImmutableArray<WindowRecord> Windows)
{
    public long AtMs => At.ToUnixTimeMilliseconds();
}
