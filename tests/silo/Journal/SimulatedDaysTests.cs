using System.Diagnostics;
using System.Text.Json;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.LoadTest;
using OpsBoard.Testing;
using OpsBoard.Units;
using ServiceEvent = OpsBoard.Events.ServiceEvent;

namespace OpsBoard.Silo;

/// <summary>Days of the simulated province, over midnight, with late events and corrections, counted three ways: by the writer as they came, by the rules, and by SQL.</summary>
public sealed class SimulatedDaysTests
{
    private const int LateEvery = 41;
    private const int CorrectedEvery = 97;

    private static readonly bool IsLong = RunSize.IsLong;
    private static readonly DateOnly Friday = new(2026, 11, 20);

    [Fact]
    public async Task Whole_days_of_a_province_are_the_same_counted_three_ways()
    {
        await using var house = new JournalHouse(terms: PackagedDefaults.Terms, clock: new ManualClock(new DateTimeOffset(Friday, TimeOnly.MinValue, BusinessDay.Offset)));
        var (windows, days) = IsLong ? (Province.DefaultWindows, 3) : (30, 2);
        var late = new List<ServiceEvent>();
        var sent = 0;
        for (var day = 0; day < days; day++)
        {
            // What was held back yesterday comes after midnight.
            foreach (var batch in Day(windows, Friday.AddDays(day), house.Clock, late).Chunk(1000)) await Append(house, batch);
            sent += await AppendLate(house, late);
        }

        var began = Stopwatch.GetTimestamp();
        var recount = await house.Journal.Recount(null, null);
        var took = Stopwatch.GetElapsedTime(began);
        TestContext.Current.SendDiagnosticMessage($"{recount.Events} events, {recount.Cells} cells recounted in {took.TotalSeconds:0.0} s: {recount.Events / took.TotalSeconds:0} events/s; {sent} came late.");
        using var counts = new TwoCounts(house);
        Assert.Empty(recount.Differences);
        Assert.Equal(counts.ByRules(), counts.BySql());
        Assert.True(sent > 0 && recount.Events > 1000 * days, $"{recount.Events} events, {sent} late");
    }

    private static IEnumerable<ServiceEvent> Day(int windows, DateOnly day, ManualClock clock, List<ServiceEvent> late)
    {
        var office = new OfficeDay(new Province(windows), day, seed: 11, TimeSpan.FromMinutes(30));
        using var batches = new EventBatcher(office.Events().GetEnumerator(), 1000);
        var end = new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, BusinessDay.Offset);
        var number = 0;
        while (batches.TakeUntil(end) is { } batch)
        {
            if (batch.Events[^1].Time > clock.GetUtcNow()) clock.Advance(batch.Events[^1].Time - clock.GetUtcNow());
            using var items = JsonDocument.Parse(batch.Body);
            foreach (var item in items.RootElement.EnumerateArray())
            {
                var happened = EventReader.Read(System.Text.Encoding.UTF8.GetBytes(item.GetRawText()), clock.GetUtcNow()).Event!;
                if (++number % LateEvery == 0) late.Add(happened);
                else yield return happened;
                if (number % CorrectedEvery == 0) yield return Correction(happened, number, clock);
            }
        }
    }

    // One in two is taken out; the others say something else than they did.
    private static ServiceEvent Correction(ServiceEvent target, int number, ManualClock clock) => target with
    {
        Id = $"correction-{number}-{target.Id}",
        Kind = EventKind.Correction,
        OccurredMs = clock.GetUtcNow().ToUnixTimeMilliseconds(),
        Mark = null,
        Facts = new Facts { Target = target.Id, Revision = 1, Data = number % 2 == 0 ? null : target.Facts with { Trips = 0, Stars = target.Facts.Stars is null ? null : 2, PromisedDays = 1 } },
    };

    private static async Task<int> AppendLate(JournalHouse house, List<ServiceEvent> late)
    {
        var count = late.Count;
        foreach (var batch in late.Chunk(1000)) await Append(house, batch);
        late.Clear();
        return count;
    }

    private static async Task Append(JournalHouse house, ServiceEvent[] batch) =>
        Assert.DoesNotContain((await house.Append(batch)), static verdict => verdict != Verdict.Accepted);
}
