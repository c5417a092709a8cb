using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Supervision;
using OpsBoard.Supervision.Notices;

namespace OpsBoard.Web.Supervision.Notices;

/// <summary>
/// Looks again and again for notices that fell due, and sends them: first an attempt is begun in the journal, then the receiver is told, then the end is
/// recorded. Who cannot begin an attempt does not send, so of two servers one does; what was sent is known after a restart. Nothing is queued: what is due
/// follows from the ledger each time, and each look sends at most so many over each way.
/// </summary>
internal sealed partial class NoticeRounds(
    HeldLedger held,
    ITaskLedger ledger,
    NoticeBook book,
    IEnumerable<ISendingWay> ways,
    IOptions<NoticeOptions> options,
    NoticeMetrics metrics,
    TimeProvider clock,
    ILogger<NoticeRounds> logger) : BackgroundService
{
    private const int MostOverAWay = 20;
    private const int MostWaysAtOnce = 8;

    // After a look that got something through and left something: on the last day of a quarter hundreds fall due at once.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private readonly RestingWays _resting = new();

    // Ends that the journal did not take: their notices went out, and must not go again while this server knows of it.
    private readonly List<TaskEvent> _unrecorded = [];
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _gate = new();

    /// <summary>What the last look found; null before the first.</summary>
    public NoticeTurn? Last { get; private set; }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    /// <summary>One look, and what follows from it.</summary>
    /// <exception cref="JournalUnavailableException">The journal takes nothing at present; nothing was begun that is not known.</exception>
    public async Task<NoticeTurn> Look(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await RecordLeftovers(cancellation);
            var now = clock.GetUtcNow();
            var notices = await Notices(now, cancellation);
            var letters = notices.Where(static each => each.Notice.Standing == NoticeStanding.Due)
                .Select(each => LetterOf(each.View, each.Notice, now)).OfType<Letter>().OrderBy(static letter => letter.Notice.DueMs);
            var (sent, failed) = (0, 0);
            await Parallel.ForEachAsync(letters.GroupBy(static letter => letter.Way), new ParallelOptions { MaxDegreeOfParallelism = MostWaysAtOnce, CancellationToken = cancellation }, async (way, stopping) =>
            {
                foreach (var letter in way.Take(MostOverAWay))
                {
                    if (stopping.IsCancellationRequested || _resting.Rests(way.Key, clock.GetUtcNow())) break;
                    if (await Send(letter) is not { } answer) continue;
                    Interlocked.Increment(ref (answer.Fault is null ? ref sent : ref failed));
                }
            });
            if (sent + failed > 0) notices = await Notices(clock.GetUtcNow(), cancellation);
            return Last = TurnOf(now, notices.ConvertAll(static each => each.Notice), sent, failed);
        }
        finally
        {
            _turn.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Background) return;
        var rest = options.Value.Every;
        while (true)
        {
            await Task.Delay(rest, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) return;
            rest = await Try(stoppingToken) is { Sent: > 0, Waiting: > 0 } ? Soon : options.Value.Every;
        }
    }

    private async Task<NoticeTurn?> Try(CancellationToken stopping)
    {
        try
        {
            return await Look(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception fault)
        {
            Log.NotLooked(logger, fault);
            return null;
        }
    }

    private async Task<List<(TaskView View, TaskNotice Notice)>> Notices(DateTimeOffset at, CancellationToken cancellation) =>
    [
        .. (await held.Read(cancellation)).Entries.Values.Where(static view => view is { IsOpen: true, Plan: not null })
            .SelectMany(view => book.Of(view, at).Select(notice => (view, notice))),
    ];

    private Letter? LetterOf(TaskView view, TaskNotice notice, DateTimeOffset now) =>
        book.Rules.Find(notice.Key.Receiver) is { } receiver && !IsUnrecorded(view.Task, notice) ? new Letter(view, notice, receiver, now) : null;

    private bool IsUnrecorded(TaskId task, TaskNotice notice)
    {
        lock (_gate) return _unrecorded.Exists(end => end.Task == task && end.Facts.Notice!.Key == notice.Key);
    }

    // Not ended by a stop: a receiver that is being told is told, and the end is recorded within the time that a stop gives.
    private async Task<SendAnswer?> Send(Letter letter)
    {
        var number = letter.Notice.Attempts + 1;
        var begun = NoticeEvents.Begun(letter.View, letter.Notice.Key, number, letter.Notice.DueMs, clock.GetUtcNow().ToUnixTimeMilliseconds());
        var began = clock.GetTimestamp();
        if ((await ledger.AppendTasks([begun]))[0] != Verdict.Accepted) return null;
        // A server that stood still since is no longer the one who does it: by now another may have taken the attempt for lost.
        if (clock.GetElapsedTime(began) > NoticePacing.LostAfter / 2) return null;
        var answer = await Told(letter with { At = clock.GetUtcNow() });
        if (answer.IsDown) _resting.Failed(letter.Way, clock.GetUtcNow());
        else _resting.Works(letter.Way);
        metrics.Ended(answer.Fault);
        if (answer.Fault is { } fault) Log.NotSent(logger, letter.View.Task, letter.Notice.Key.Step, letter.Receiver.Id, number, fault);
        else Log.Sent(logger, letter.View.Task, letter.Notice.Key.Step, letter.Receiver.Id);
        await Record(NoticeEvents.Ended(letter.View, begun.Facts.Notice!, answer.Fault, clock.GetUtcNow().ToUnixTimeMilliseconds()));
        return answer;
    }

    private async Task<SendAnswer> Told(Letter letter)
    {
        using var patience = new CancellationTokenSource(options.Value.SendWithin, clock);
        try
        {
            return await ways.First(way => way.Serves(letter)).Send(letter, patience.Token);
        }
        catch (OperationCanceledException)
        {
            return SendAnswer.Down(NoticeFaults.TimedOut);
        }
    }

    private async Task Record(TaskEvent end)
    {
        try
        {
            await ledger.AppendTasks([end]);
        }
        catch (JournalUnavailableException)
        {
            lock (_gate) _unrecorded.Add(end);
        }
    }

    private async Task RecordLeftovers(CancellationToken cancellation)
    {
        ImmutableArray<TaskEvent> ends;
        lock (_gate) ends = [.. _unrecorded];
        if (ends.IsEmpty) return;
        await ledger.AppendTasks(ends, cancellation);
        lock (_gate) _unrecorded.RemoveAll(ends.Contains);
    }

    private NoticeTurn TurnOf(DateTimeOffset now, List<TaskNotice> notices, int sent, int failed)
    {
        var waiting = notices.Where(static notice => notice.Standing is NoticeStanding.Due or NoticeStanding.Waiting or NoticeStanding.Sending).ToList();
        return new NoticeTurn(
            now,
            sent,
            failed,
            waiting.Count,
            waiting.Count > 0 ? waiting.Min(static notice => notice.DueMs) : null,
            notices.Count(static notice => notice.Standing == NoticeStanding.GivenUp),
            notices.Count(static notice => notice.Standing == NoticeStanding.Unlisted),
            _resting.Count);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Task}: step {Step} was told to {Receiver}.")]
        public static partial void Sent(ILogger logger, TaskId task, string step, string receiver);

        [LoggerMessage(LogLevel.Warning, "{Task}: step {Step} could not be told to {Receiver} (attempt {Number}: {Fault}); it is tried again.")]
        public static partial void NotSent(ILogger logger, TaskId task, string step, string receiver, int number, string fault);

        [LoggerMessage(LogLevel.Error, "Notices could not be looked for; the next look comes after the usual time.")]
        public static partial void NotLooked(ILogger logger, Exception fault);
    }
}
