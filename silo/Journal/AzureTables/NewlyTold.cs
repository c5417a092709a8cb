using System.Collections.Immutable;
using OpsBoard.Events;

namespace OpsBoard.Silo.Journal.AzureTables;

/// <summary>What of a group changes anything: not what was known already, and not recorded frames, which each process keeps for itself.</summary>
internal static class NewlyTold
{
    /// <returns>The batches that are left, with what is left of them, and the verdicts on that.</returns>
    public static (ImmutableArray<PendingBatch> Batches, ImmutableArray<Verdict> Verdicts) Of(IReadOnlyList<PendingBatch> group, ImmutableArray<ImmutableArray<Verdict>> verdicts)
    {
        var (batches, kept) = (ImmutableArray.CreateBuilder<PendingBatch>(), ImmutableArray.CreateBuilder<Verdict>());
        foreach (var (batch, answers) in group.Zip(verdicts))
        {
            var place = 0;
            var told = new PendingBatch
            {
                Events = Left(batch.Events, answers, ref place, kept),
                Milestones = Left(batch.Milestones, answers, ref place, kept),
                Decisions = Left(batch.Decisions, answers, ref place, kept),
                Tasks = Left(batch.Tasks, answers[batch.Tokens.Length..], ref place, kept),
            };
            if (told.Count > 0) batches.Add(told);
        }

        return (batches.ToImmutable(), kept.ToImmutable());
    }

    private static ImmutableArray<T> Left<T>(ImmutableArray<T> items, ImmutableArray<Verdict> answers, ref int place, ImmutableArray<Verdict>.Builder kept)
    {
        var left = ImmutableArray.CreateBuilder<T>();
        foreach (var item in items)
        {
            var verdict = answers[place++];
            if (verdict == Verdict.Duplicate) continue;
            left.Add(item);
            kept.Add(verdict);
        }

        return left.ToImmutable();
    }
}
