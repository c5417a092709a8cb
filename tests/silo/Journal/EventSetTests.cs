using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Events;
using OpsBoard.Testing;

namespace OpsBoard.Silo;

/// <summary>The journal's figures are a function of the event set: not of order, repetition or batching.</summary>
public sealed class EventSetTests
{
    private const int Rounds = 60;
    private const long Minute = 60_000;
    private const long Day = 1440 * Minute;

    private static readonly string[] Ids = ["1", "2"];

    private static readonly string[] Corrected = ["CaseAccepted", "ItemListed", "ReviewSubmitted", "TicketCalled", "CaseAccepted"];

    private static readonly string[] Windows = ["hainan/haikou/housing/w01", "hainan/haikou/civil/w01"];

    // Every kind, at times that overlap and over days that are open and sealed, so that any two of a subject may come in either order.
    private static readonly Gen<ServiceEvent> AnyEvent =
        from family in Gen.Elements(EventKinds.All.GroupBy(EventKinds.SubjectOf).Select(static family => family.ToArray()).ToArray())
        from kind in Gen.Elements(family)
        from subject in Gen.Elements(Ids)
        from number in Gen.Choose(1, 3)
        from minute in Gen.Choose(0, 5)
        from day in Gen.Elements(0, 0, 0, 1, 3, 9, 12, 400)
        from stars in Gen.Choose(1, 5)
        from window in Gen.Elements(Windows)
        select Some.Event(kind, $"{kind}-{subject}-{number}", FactsOf(kind, subject, stars), Some.NowMs + (minute * Minute) - (day * Day), window);

    private static readonly Gen<(ServiceEvent[] Events, int Seed)> AnySet =
        from events in AnyEvent.ListOf(40)
        from seed in Gen.Choose(0, int.MaxValue)
        select (events.DistinctBy(static e => e.Id, StringComparer.Ordinal).ToArray(), seed);

    [Fact]
    public void Any_order_repetition_and_batching_of_a_set_gives_the_same_figures() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Rounds),
        Prop.ForAll(AnySet.ToArbitrary(), static set => SameFigures(set.Events, new Random(set.Seed)).GetAwaiter().GetResult()));

    private static async Task<bool> SameFigures(ServiceEvent[] events, Random random)
    {
        await using var straight = new JournalHouse(clock: new ManualClock(ManualClock.Opening.AddDays(-50)));
        await using var shuffled = new JournalHouse(clock: new ManualClock(ManualClock.Opening.AddDays(-50)));
        await GoLive(straight);
        await GoLive(shuffled);
        await straight.Append(events);
        var again = events.Concat(events.Take(events.Length / 2)).ToArray();
        random.Shuffle(again);
        foreach (var batch in again.Chunk(random.Next(1, 8))) await shuffled.Append(batch);
        var recount = await shuffled.Journal.Recount(null, null);
        Assert.Equal(await straight.State(), await shuffled.State());
        Assert.Empty(recount.Differences);
        return true;
    }

    // Fifty days ago both windows reported on the day itself, so since then days are sealed and revised.
    private static async Task GoLive(JournalHouse house)
    {
        await house.Append([.. Windows.Select(static window => Some.Event(EventKind.WindowHeartbeat, window, atMs: Some.NowMs - (50 * Day), window: window))]);
        house.Clock.Advance(TimeSpan.FromDays(50));
    }

    private static Facts FactsOf(EventKind kind, string subject, int number) => EventKinds.SubjectOf(kind) switch
    {
        SubjectKind.Ticket => new Facts { Ticket = subject },
        SubjectKind.Case => new Facts
        {
            Case = subject, Item = "i1", Trips = number % 2, Instant = number > 3, Days = number,
            PromisedDays = number < 3 ? number : null, LegalDays = number > 1 ? number * 3 : null, DueAtMs = number == 4 ? Some.NowMs - Day : null,
        },
        SubjectKind.Review => new Facts { Review = subject, Stars = number, ByDefault = number == 5, Outcome = number > 2 ? "upheld" : "rejected" },
        SubjectKind.Order => new Facts { Order = subject, Stars = number },
        SubjectKind.Item => new Facts { Item = $"i{subject}", ZeroTrip = number > 1, Comprehensive = number > 2, CrossProvince = number > 3, OneThing = number == 5 },
        SubjectKind.Correction => new Facts { Target = $"{Corrected[number - 1]}-{subject}-{(number % 3) + 1}", Revision = number, Data = number > 3 ? null : new Facts { Trips = 0, Item = "i2", ZeroTrip = true } },
        _ => Facts.None,
    };
}
