using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Testing;

namespace OpsBoard.Silo;

/// <summary>SQL that shares no rule with the program counts the same, whatever was said, corrected and in whatever order it came.</summary>
public sealed class TwoCountsTests
{
    private static readonly int Rounds = RunSize.Of(usual: 20, @long: 5_000);

    private static readonly CountingTerms Terms = new(
        new Dictionary<Units.UnitPath, LocalTerms> { [Units.UnitPath.Parse("hainan/sanya")] = LocalTerms.Default with { Reviews = new ReviewLimits(0, 12), OfficeFrom = new TimeOnly(9, 0), OfficeTo = new TimeOnly(9, 30) } },
        LocalTerms.Default with { Calendar = PackagedDefaults.Calendar, Reviews = new ReviewLimits(7, 5) });

    [Fact]
    public void Sql_and_the_rules_count_the_same_of_any_set_of_events() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Rounds),
        Prop.ForAll(SomeEventSets.Any.ToArbitrary(), static set => SameCounts(set.Events, new Random(set.Seed), CountingTerms.Default, SomeEventSets.GoLive).GetAwaiter().GetResult()));

    [Fact]
    public void Sql_and_the_rules_count_the_same_where_everything_is_unusual() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Rounds),
        Prop.ForAll(SomeLongLives.Any.ToArbitrary(), static set => SameCounts(set.Events, new Random(set.Seed), Terms, SomeLongLives.GoLive).GetAwaiter().GetResult()));

    private static async Task<bool> SameCounts(ServiceEvent[] events, Random random, CountingTerms terms, Func<JournalHouse, Task> goLive)
    {
        await using var house = new JournalHouse(terms: terms, clock: new ManualClock(ManualClock.Opening.AddDays(goLive == SomeEventSets.GoLive ? -50 : -60)));
        await goLive(house);
        using var counts = new TwoCounts(house);
        random.Shuffle(events);
        var former = new Dictionary<(Units.UnitPath, long), string>();
        foreach (var batch in events.Chunk(Math.Max(1, events.Length / 3)))
        {
            await house.Append(batch);
            foreach (var (window, written) in counts.WindowsByRules()) former[window] = written;
        }

        Same(counts.ByRules(), counts.BySql());
        foreach (var (window, written) in counts.WindowsBySql(former.Keys)) Same(former[window], written);
        Assert.Empty((await house.Journal.Recount(null, null)).Differences);
        return true;
    }

    private static void Same(string byRules, string bySql)
    {
        string[] differing =
        [
            .. byRules.Split('\n').Except(bySql.Split('\n')).Select(static line => $"rules {line}"),
            .. bySql.Split('\n').Except(byRules.Split('\n')).Select(static line => $"SQL   {line}"),
        ];
        Assert.True(differing.Length == 0, string.Join('\n', differing));
    }
}
