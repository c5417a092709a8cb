using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OpsBoard.Events;
using OpsBoard.Journal;

namespace OpsBoard.Silo.Journal;

/// <summary>What a writer owes to those who wait for a group, whatever it writes to: their places in the queue, an answer, and word to the windows that changed.</summary>
internal sealed partial class GroupAnswers(WriterQueue queue, ITouches touches, JournalMetrics? metrics, ILogger logger)
{
    /// <param name="verdicts">For each batch of the group.</param>
    public void Acknowledge(IEnumerable<PendingBatch> group, IEnumerable<ImmutableArray<Verdict>> verdicts)
    {
        foreach (var (batch, answer) in group.Zip(verdicts))
        {
            queue.Release(batch);
            batch.Acknowledge(answer);
        }
    }

    public void Refuse(IEnumerable<PendingBatch> group, Exception reason)
    {
        foreach (var batch in group)
        {
            queue.Release(batch);
            batch.Refuse(reason);
        }
    }

    /// <summary>The program is at fault, not what it writes to; what is sent again meets the same.</summary>
    public void RefuseAsDefect(PendingBatch batch, Exception fault)
    {
        Log.CannotBeCounted(logger, batch.Count, fault);
        Refuse([batch], new JournalUnavailableException($"The program cannot count this request; nothing of it was stored, and nothing else is harmed. The log says why: {fault.Message}", fault));
    }

    /// <summary>Takes nothing any more, and refuses what waits.</summary>
    public void Close(Exception reason)
    {
        queue.Close();
        while (queue.Take(int.MaxValue) is [_, ..] waiting) Refuse(waiting, reason);
    }

    /// <param name="first">The first of them, as source and id.</param>
    public void Contradicted(int conflicts, string first)
    {
        if (conflicts > 0) Log.Contradicted(logger, conflicts, first);
    }

    /// <summary>The events are durable and answered: whatever happens here costs time, never a count.</summary>
    public void Touch(ImmutableArray<WindowChange> touched)
    {
        if (touched.IsEmpty) return;
        try
        {
            metrics?.Touched(touched);
            touches.Touched(touched);
        }
        catch (Exception fault)
        {
            Log.TouchLost(logger, touched.Length, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Conflicts} events contradict what is stored and were not stored; the first is {First}. See GET /api/v1/sources.")]
        public static partial void Contradicted(ILogger logger, int conflicts, string first);

        [LoggerMessage(LogLevel.Warning, "{Windows} windows were not told that they changed; their departments will find out.")]
        public static partial void TouchLost(ILogger logger, int windows, Exception fault);

        [LoggerMessage(LogLevel.Error, "A request of {Items} items cannot be counted, which is a defect of the program: it was refused, and is refused each time it is sent again.")]
        public static partial void CannotBeCounted(ILogger logger, int items, Exception fault);
    }
}
