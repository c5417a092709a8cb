using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo;

/// <summary>The journal in a file and the one in PostgreSQL, told the same at the same instants, answer the same to every question.</summary>
public sealed class TwoJournalsTests(PostgresCluster cluster)
{
    private static readonly BusinessDay Today = BusinessDay.Of(Some.NowMs);
    private static readonly UnitPath[] Scopes = [UnitPath.Parse("hainan"), UnitPath.Parse("hainan/haikou"), UnitPath.Parse("hainan/~/housing"), UnitPath.Parse("hainan/haikou/civil/w01"), UnitPath.Parse("hainan/sanya")];
    private static readonly EventTerm[] Terms = [EventTerm.Of(Counter.Accepted), EventTerm.Of(Counter.Issued), EventTerm.Of(Counter.Stars1), EventTerm.Of(Counter.ItemsZeroTripUsed), EventTerm.Of(OpenGauge.Waiting)];

    [Fact]
    public void A_generated_run_gets_equal_answers_to_the_same_questions_from_both() => Both(SomeEventSets.Any, SomeEventSets.GoLive, RunSize.Of(15, 1_000));

    [Fact]
    public void A_run_of_unusual_lives_gets_equal_answers_from_both() => Both(SomeLongLives.Any, SomeLongLives.GoLive, RunSize.Of(10, 1_000));

    private void Both(Gen<(ServiceEvent[] Events, int Seed)> sets, Func<AnyJournalHouse, Task> goLive, int rounds)
    {
        PostgresCluster.Need();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(rounds), Prop.ForAll(sets.ToArbitrary(), set => SameAnswers(set.Events, new System.Random(set.Seed), goLive).GetAwaiter().GetResult()));
    }

    private async Task<bool> SameAnswers(ServiceEvent[] events, System.Random random, Func<AnyJournalHouse, Task> goLive)
    {
        await using var file = new JournalHouse(clock: new ManualClock(ManualClock.Opening.AddDays(-70)));
        await using var database = new PostgresHouse(cluster.NewSchema(), clock: new ManualClock(ManualClock.Opening.AddDays(-70)));
        AnyJournalHouse[] houses = [file, database];
        foreach (var house in houses) await goLive(house);
        random.Shuffle(events);
        foreach (var batch in events.Select((each, place) => place % 5 == 0 ? each with { Mark = new SequenceMark("s", 1, place) } : each).Chunk(random.Next(1, 9)))
        {
            // Now and then the same identity with other content, or a number that is taken.
            ServiceEvent[] sent = random.Next(3) == 0 ? [.. batch, batch[0] with { OccurredMs = batch[0].OccurredMs + 1 }, batch[0] with { Id = batch[0].Id + "'" }] : batch;
            var verdicts = new List<string>();
            foreach (var house in houses) verdicts.Add(string.Join(' ', await house.Append(sent)));
            Assert.Equal(verdicts[0], verdicts[1]);
            foreach (var house in houses)
            {
                await house.Store.Record(new BoardToken(Scopes[0], house.Clock.GetUtcNow().ToUnixTimeMilliseconds(), random.Next(2) == 0, 0, await house.Store.ReadVersions(Scopes[0])), 0);
                house.Clock.Advance(TimeSpan.FromMinutes(7));
            }

            await DecideOne(houses, random);
        }

        Assert.Equal(await Answers(file), await Answers(database));
        return true;
    }

    private static async Task DecideOne(AnyJournalHouse[] houses, System.Random random)
    {
        var decision = new Decision(random.Next(1, 6), random.Next(2) == 0, "office");
        Assert.Equal(await houses[0].Store.Decide(decision), await houses[1].Store.Decide(decision));
    }

    private static async Task<string> Answers(AnyJournalHouse house)
    {
        var (store, said) = (house.Store, new List<string>());
        foreach (var scope in Scopes)
        {
            said.Add($"{scope} {string.Join(' ', await store.ReadVersions(scope))}");
            foreach (var window in await store.ReadWindows(scope, Today)) said.Add($"{window.Window} {window.Version} {window.LastEventMs} {AnyJournalHouse.Line(window.Tally)} {window.Items} {Open(window)}");
            foreach (var sum in await store.Sum(scope, new BusinessDay(Today.Number - 40), Today)) said.Add($"{sum.Window} {sum.Version} {AnyJournalHouse.Line(sum.Tally)}");
            foreach (var day in await store.ReadDays(scope, AnyJournalHouse.First, AnyJournalHouse.Last)) said.Add($"{day.Day} {day.Windows} {day.Imported} {AnyJournalHouse.Line(day.Tally)}");
            foreach (var revision in await store.ReadRevisions(scope, AnyJournalHouse.First, AnyJournalHouse.Last)) said.Add($"{revision with { Changes = [] }} {string.Join(' ', revision.Changes)}");
            foreach (var term in Terms) said.Add(Listed(await store.ReadEvents(new EventQuestion(scope, new BusinessDay(Today.Number - 3), Today, [term], Some.NowMs, 0, 1000))));
        }

        foreach (var source in await store.ReadSources()) said.Add($"{source}");
        var gaps = await store.ReadGaps("urn:test", 100);
        said.AddRange(gaps!.Streams.Select(static stream => $"{stream.Stream} {stream.Missing} {string.Join(' ', stream.Held)}"));
        said.AddRange(gaps.Conflicts.OrderBy(static conflict => conflict.EventId, StringComparer.Ordinal).Select(static conflict => $"{conflict}"));
        var recount = await store.Recount(null, null);
        said.Add($"{recount.Events} {recount.Cells} {recount.Equal}");
        var replay = await store.OpenReplay(Scopes[0], BusinessDay.Of(house.Clock.GetUtcNow()), 100_000);
        foreach (var token in replay.Tokens)
        {
            var later = replay.After(token, 10);
            said.Add($"{token.AtMs} {later.Corrections} {later.Late} {later.OnTheWay} {string.Join(' ', replay.At(token).Select(static window => $"{window.Window} {window.Version} {AnyJournalHouse.Line(window.Tally)}"))}");
        }

        return string.Join('\n', said);
    }

    private static string Open(WindowRecord window) => string.Join(' ', window.Open.OrderBy(static open => open.Kind).ThenBy(static open => open.Id, StringComparer.Ordinal));

    private static string Listed(EventListing listing) => $"{listing.Count} {listing.Total} {listing.Version} {string.Join(' ', listing.Rows)}";
}
