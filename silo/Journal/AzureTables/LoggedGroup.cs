using System.Collections.Immutable;

namespace OpsBoard.Silo.Journal.AzureTables;

/// <summary>What one transaction was given, with everything that its outcome depends on besides the entries before it.</summary>
/// <param name="Rules">The version of the counting rules by which its writer judged it.</param>
/// <param name="ReceivedMs">By the writer's clock, in unix milliseconds.</param>
/// <param name="Outcome">What its writer made of it (<see cref="Journal.AzureTables.Outcome"/>).</param>
/// <param name="Batches">Without what was known already, and without recorded frames.</param>
internal sealed record LoggedGroup(int Rules, long ReceivedMs, byte[] Outcome, ImmutableArray<PendingBatch> Batches);
