using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Simulation;

/// <summary>The model of the journal is held to the journal.</summary>
public sealed class ModelTests
{
    private static readonly UnitPath Province = UnitPath.Parse("hainan");

    [Fact]
    public void The_model_answers_and_counts_as_the_journal_does()
    {
        var run = new SeedRun(from: 0, seeds: RunSize.Of(40, 2_000)).Run(Compare);

        Assert.Empty(run.Violations);
    }

    // The same batches at the same instants, some of them again, on days further and further away.
    private static Outcome Compare(long seed)
    {
        var dice = new Dice(seed);
        var scenario = new Scenario(dice);
        using var model = new ModelStore(CountingTerms.Default);
        using var journal = new SqliteStore(CountingTerms.Default);
        var events = scenario.EventsBySource.SelectMany(static each => each).ToArray();
        events = [.. events, .. events.Where(_ => dice.Chance(0.3))];
        dice.Shuffle<ServiceEvent>(events);
        var nowMs = scenario.LongAgoMs;
        Commit(seed, scenario.LongAgo, nowMs, model, journal);
        nowMs = scenario.StartMs;
        foreach (var batch in events.Chunk(dice.Between(1, 6)))
        {
            Commit(seed, batch, nowMs += dice.Of(1L, 60_000L, 86_400_000L), model, journal);
            Expect(seed, "windows", Text(model.Journal, nowMs), Text(journal.Journal, nowMs));
        }

        foreach (var window in scenario.Windows) Expect(seed, "days", Text(model.Days(window)), Text(journal.Days(window)));
        return new Outcome(events.Length, events.Length, events.Length);
    }

    private static void Commit(long seed, IReadOnlyList<ServiceEvent> batch, long nowMs, ModelStore model, SqliteStore journal)
    {
        if (batch.Count > 0) Expect(seed, "answers", string.Join(' ', model.Commit(batch, nowMs)), string.Join(' ', journal.Commit(batch, nowMs)));
    }

    private static void Expect(long seed, string what, string model, string journal)
    {
        if (model != journal) throw new ViolationException($"Seed {seed}: {what} of the model\n{model}\nand of the journal\n{journal}");
    }

    private static string Text(IJournal journal, long nowMs) =>
        string.Join('\n', journal.ReadWindows(Province, BusinessDay.Of(nowMs)).Result.Select(static window =>
            $"{window.Window} {window.Version} {window.LastEventMs} {Text(window.Tally)} {string.Join(' ', window.Open.Select(static open => open.ToString()).Order(StringComparer.Ordinal))}"))
        + string.Join(' ', journal.ReadVersions(null).Result);

    private static string Text(IEnumerable<(BusinessDay Day, Tally Tally)> days) =>
        string.Join('\n', days.Where(static day => day.Tally != Tally.Zero).OrderBy(static day => day.Day).Select(static day => $"{day.Day} {Text(day.Tally)}"));

    private static string Text(Tally tally) => $"{string.Join(',', tally.Counts)} {tally.Waits.Count} {tally.Handling.Count} {Convert.ToHexString(tally.Trend.Slices.Packed)}";
}
