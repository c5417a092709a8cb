using System.Diagnostics;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Simulation;

/// <summary>
/// Every event is sent many times to the journal itself, in ever other orders and batches, while its process is restarted three times and
/// the day turns. Some identities are sent with a second content, too.
/// </summary>
internal sealed class RetryStorm(long seed, int events, int times)
{
    private const int Restarts = 3;
    private const int MostInBatch = 1_000;
    private const int Windows = 60;
    private const long Day = 86_400_000;

    private static readonly EventKind[] Ticket = [EventKind.TicketIssued, EventKind.TicketCalled, EventKind.ServiceStarted, EventKind.ServiceEnded];

    private static readonly EventKind[] Case = [EventKind.CaseAccepted, EventKind.CaseSuspended, EventKind.CaseResumed, EventKind.CaseCompleted];

    private static readonly long Opening = BusinessDay.Of(new DateOnly(2026, 11, 20)).StartMs + (9 * 3_600_000);

    private readonly Dice _dice = new(seed);
    private readonly long[] _verdicts = new long[4];

    public long Sent { get; private set; }

    public long Contradictions { get; private set; }

    public TimeSpan Lasted { get; private set; }

    public long Of(Verdict verdict) => _verdicts[(int)verdict];

    /// <exception cref="ViolationException">An event was counted twice or not at all, or a contradiction was not told apart.</exception>
    public void Run(Action<int>? progress = null)
    {
        var started = Stopwatch.GetTimestamp();
        using var store = new SqliteStore(CountingTerms.Default);
        var originals = Enumerable.Range(0, events).Select(Event).ToArray();
        for (var round = 0; round < times; round++)
        {
            if (round > 0 && round % Math.Max(1, times / (Restarts + 1)) == 0 && round / Math.Max(1, times / (Restarts + 1)) <= Restarts) store.Restart();
            Send(store, originals, Opening + (round * Day / 4));
            progress?.Invoke(round);
        }

        Check(store, originals);
        Lasted = Stopwatch.GetElapsedTime(started);
    }

    private void Send(SqliteStore store, ServiceEvent[] originals, long nowMs)
    {
        var sendings = (ServiceEvent[])originals.Clone();
        _dice.Shuffle<ServiceEvent>(sendings);
        for (var first = 0; first < sendings.Length;)
        {
            var batch = sendings.AsSpan(first, Math.Min(_dice.Between(1, MostInBatch), sendings.Length - first)).ToArray();
            first += batch.Length;
            Count(store.Commit(batch, nowMs));
            Sent += batch.Length;
            if (nowMs > Opening && _dice.Chance(0.2)) Contradict(store, batch[0], nowMs);
        }
    }

    // Known for long under another content: it is told so, and the first content stays.
    private void Contradict(SqliteStore store, ServiceEvent known, long nowMs)
    {
        Count(store.Commit([known with { OccurredMs = known.OccurredMs - 1 }], nowMs));
        (Sent, Contradictions) = (Sent + 1, Contradictions + 1);
    }

    private void Count(IReadOnlyList<Verdict> verdicts)
    {
        foreach (var verdict in verdicts) _verdicts[(int)verdict]++;
    }

    private void Check(SqliteStore store, ServiceEvent[] originals)
    {
        Expect("accepted", originals.Length, Of(Verdict.Accepted));
        Expect("in conflict", Contradictions, Of(Verdict.Conflict));
        Expect("duplicate", Sent - originals.Length - Contradictions, Of(Verdict.Duplicate));
        var recount = store.Journal.Recount(null, null).GetAwaiter().GetResult();
        Expect("stored", originals.Length, recount.Events);
        if (!recount.Equal) throw new ViolationException($"The recount differs: {recount.Differences[0]}");
        foreach (var window in originals.GroupBy(static fact => fact.Window)) CheckWindow(store, window.Key, Ledger.Of(window));
    }

    private static void CheckWindow(SqliteStore store, UnitPath window, Dictionary<(long Day, Counter Counter), long> ledger)
    {
        var days = store.Days(window).ToDictionary(static day => (long)day.Day.Number, static day => day.Tally);
        foreach (var ((day, counter), count) in ledger) Expect($"{counter} of {window} on day {day}", count, days[day][counter]);
    }

    private static void Expect(string what, long expected, long found)
    {
        if (expected != found) throw new ViolationException($"{found} were {what}, and it should be {expected}.");
    }

    // Four events to a subject: a ticket with its call and service, or a case that is suspended, resumed and completed.
    private static ServiceEvent Event(int number)
    {
        var (subject, step) = Math.DivRem(number, 4);
        var window = UnitPath.Parse($"hainan/haikou/housing/w{subject % Windows:00}");
        var atMs = Opening + (subject % 28_000 * 1_000L) + (step * 60_000L);
        return subject % 2 == 0
            ? new ServiceEvent("urn:storm", $"e{number}", Ticket[step], window, atMs, new Facts { Ticket = $"t{subject}" })
            : new ServiceEvent("urn:storm", $"e{number}", Case[step], window, atMs, new Facts { Case = $"c{subject}", Trips = step == 0 ? subject % 3 : null, PromisedDays = step == 0 ? 3 : null });
    }
}
