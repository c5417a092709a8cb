using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.LoadTest;
using OpsBoard.Testing;
using OpsBoard.Units;
using Counter = OpsBoard.Counting.Counter;

namespace OpsBoard.Simulation;

/// <summary>
/// The simulated province's office days, one after the other in virtual time, through the reader of the intake into the journal itself.
/// A hundredth of the events comes a day late. Each day is reconciled when it is over, and once more when the late events are in.
/// </summary>
internal sealed class VirtualYear(int windows, int days, long seed)
{
    private const int Batch = 1_000;

    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly UnitPath Top = UnitPath.Parse(Province.Segment);
    private static readonly Counter[] Written = [Counter.Issued, Counter.Accepted, Counter.Completed, Counter.Withdrawn];

    private readonly Province _province = new(windows);
    private readonly Dice _dice = new(seed);
    private readonly ManualClock _clock = new(new DateTimeOffset(First.AddDays(days + 40), TimeOnly.MinValue, BusinessDay.Offset));
    private readonly ArrayBufferWriter<byte> _buffer = new(1_024);
    private readonly Dictionary<(DateOnly Day, Counter Counter), long> _ledger = [];
    private readonly List<double> _memory = [];

    public long Events { get; private set; }

    public int Days { get; private set; }

    public TimeSpan Lasted { get; private set; }

    /// <summary>By how many KiB a day the live memory grew, by least squares over the later three quarters of the days.</summary>
    public double KiBADay => Slope([.. _memory.Skip(_memory.Count / 4)]);

    public double LastMiB => _memory[^1] / 1024;

    /// <param name="place">The folder under which the journal is kept.</param>
    /// <exception cref="ViolationException">A day does not reconcile.</exception>
    public void Run(string? place = null, Action<VirtualYear>? progress = null)
    {
        var started = Stopwatch.GetTimestamp();
        using var store = new SqliteStore(CountingTerms.Default, place);
        var late = new List<Events.ServiceEvent>();
        for (var day = First; day < First.AddDays(days); day = day.AddDays(1))
        {
            late = Live(store, day, late);
            Reconcile(store, day.AddDays(-1), isWhole: true);
            Reconcile(store, day, isWhole: false);
            Recount(store, day);
            _memory.Add(GC.GetTotalMemory(forceFullCollection: true) / 1024.0);
            (Days, Lasted) = (Days + 1, Stopwatch.GetElapsedTime(started));
            progress?.Invoke(this);
        }
    }

    // Returns what comes tomorrow.
    private List<Events.ServiceEvent> Live(SqliteStore store, DateOnly day, List<Events.ServiceEvent> late)
    {
        var (batch, tomorrow) = (new List<Events.ServiceEvent>(late), new List<Events.ServiceEvent>());
        foreach (var told in new OfficeDay(_province, day, seed, TimeSpan.Zero).Events())
        {
            var fact = Read(told);
            Write(fact);
            (_dice.Chance(0.01) ? tomorrow : batch).Add(fact);
            if (batch.Count >= Batch) Commit(store, batch, fact.OccurredMs);
        }

        Commit(store, batch, BusinessDay.Of(day).Next.StartMs - 1);
        return tomorrow;
    }

    private Events.ServiceEvent Read(LoadTest.ServiceEvent told)
    {
        _buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_buffer)) EventWriter.Write(json, told);
        var reading = EventReader.Read(_buffer.WrittenMemory, _clock.GetUtcNow());
        return reading.Event ?? throw new ViolationException($"The reader refuses {told}: {reading.Rejection}");
    }

    private void Commit(SqliteStore store, List<Events.ServiceEvent> batch, long nowMs)
    {
        if (batch.Count == 0) return;
        var verdicts = store.Commit(batch, nowMs);
        if (verdicts.Any(static verdict => verdict != Verdict.Accepted)) throw new ViolationException("An event that was sent once was not accepted.");
        Events += batch.Count;
        batch.Clear();
    }

    // By the kinds of the events alone: each ticket and each case of the simulated province is issued, accepted and ended once.
    private void Write(Events.ServiceEvent fact)
    {
        Counter? counter = fact.Kind switch
        {
            EventKind.TicketIssued => Counter.Issued,
            EventKind.CaseAccepted => Counter.Accepted,
            EventKind.CaseCompleted => Counter.Completed,
            EventKind.CaseWithdrawn => Counter.Withdrawn,
            _ => null,
        };
        if (counter is not { } known) return;
        var key = (DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(fact.OccurredMs).ToOffset(TimeSpan.FromHours(8)).DateTime), known);
        _ledger[key] = _ledger.GetValueOrDefault(key) + 1;
    }

    private void Reconcile(SqliteStore store, DateOnly date, bool isWhole)
    {
        if (date < First) return;
        var day = BusinessDay.Of(date);
        var province = DayOf(store, Top, day);
        var counties = _province.Counties.Select(county => DayOf(store, UnitPath.Parse(county.Path), day)).Aggregate(Tally.Zero, static (sum, county) => sum + county);
        var byWindow = store.Journal.Sum(Top, day, day).Result.Aggregate(Tally.Zero, static (sum, window) => sum + window.Tally);
        if (province != counties) throw new ViolationException($"On {day} the counties do not add up to the province.");
        foreach (var counter in Counters.All.Where(static counter => Counters.SpanOf(counter) == CounterSpan.Period))
        {
            if (province[counter] != byWindow[counter]) throw new ViolationException($"On {day} the windows count {byWindow[counter]} {counter}, and the province {province[counter]}.");
        }

        foreach (var counter in isWhole ? Written : [])
        {
            if (province[counter] != _ledger.GetValueOrDefault((date, counter))) throw new ViolationException($"On {day} the province counts {province[counter]} {counter}, and the ledger {_ledger.GetValueOrDefault((date, counter))}.");
        }

        if (isWhole) Array.ForEach(Written, counter => _ledger.Remove((date, counter)));
    }

    // One department a day, from its events: in a year each comes round several times.
    private void Recount(SqliteStore store, DateOnly date)
    {
        var departments = _province.Departments.ToList();
        var result = store.Journal.Recount(UnitPath.Parse(departments[date.DayNumber % departments.Count].Path), null).Result;
        if (!result.Equal) throw new ViolationException($"On {date:yyyy-MM-dd} the recount differs: {result.Differences[0]}");
    }

    private static Tally DayOf(SqliteStore store, UnitPath scope, BusinessDay day) =>
        store.Journal.ReadDays(scope, day, day).Result.Select(static found => found.Tally).FirstOrDefault(Tally.Zero);

    private static double Slope(double[] values)
    {
        if (values.Length < 2) return 0;
        var (middle, mean) = ((values.Length - 1) / 2.0, values.Average());
        return values.Select((value, x) => (x - middle) * (value - mean)).Sum() / values.Select((_, x) => (x - middle) * (x - middle)).Sum();
    }
}
