using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Events;
using OpsBoard.Testing;

namespace OpsBoard.Silo;

/// <summary>Sets of events of which every order, and every number made of them, must hold.</summary>
internal static class SomeEventSets
{
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

    /// <summary>Up to forty events of all kinds, each once, and a seed.</summary>
    public static readonly Gen<(ServiceEvent[] Events, int Seed)> Any =
        from events in AnyEvent.ListOf(40)
        from seed in Gen.Choose(0, int.MaxValue)
        select (events.DistinctBy(static e => e.Id, StringComparer.Ordinal).ToArray(), seed);

    /// <summary>Fifty days ago both windows reported on the day itself, so since then days are sealed and revised.</summary>
    public static async Task GoLive(AnyJournalHouse house)
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
