using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Events;
using OpsBoard.Testing;

namespace OpsBoard.Silo;

/// <summary>
/// Sets of events in which much is unusual at once: clocks that stand still and run again, ends before beginnings, ties at one instant,
/// ids beyond the basic plane, limits of no day and of years, due instants far away, durations at the edges of their slices.
/// </summary>
internal static class SomeLongLives
{
    private const long Minute = 60_000;
    private const long Day = 1440 * Minute;

    private static readonly string[] Windows = ["hainan/haikou/housing/w01", "hainan/haikou/civil/w01", "hainan/sanya/housing/w01"];

    // The last two stand in one order by UTF-16 units, and in the other by bytes.
    private static readonly string[] Endings = ["1", "2", "\uff61", "\U00020000"];

    private static readonly int[] Limits = [0, 1, 2, 5, 9, 10, 20, 60, 3650];

    private static readonly long[] Steps = [0, 0, 1, 999, 1100, 1210, 1331, 1465, Minute, 17 * Minute, 8 * 60 * Minute, Day, 3 * Day, 11 * Day];

    private static readonly SubjectKind[] Families = [SubjectKind.Ticket, SubjectKind.Case, SubjectKind.Case, SubjectKind.Case, SubjectKind.Review, SubjectKind.Order, SubjectKind.Item, SubjectKind.Opening];

    // A sum of steps, so that times tie and gaps are of every size.
    private static readonly Gen<long> AtMs =
        from day in Gen.Elements(0, 0, 0, 1, 2, 5, 9, 14, 30, 45)
        from step in Gen.Elements(Steps)
        select Some.NowMs - (day * Day) - step;

    private static readonly Gen<Facts> Said =
        from members in Gen.Choose(0, 255)
        from limit in Gen.Elements(Limits)
        from legal in Gen.Elements(Limits)
        from due in Gen.Elements(-40 * Day, -3 * Day, 0, 5 * Day, 30 * Day, 400 * Day, 36_500 * Day, 2_900_000 * Day)
        from stars in Gen.Choose(1, 5)
        select new Facts
        {
            Item = (members & 1) != 0 ? $"i{stars % 2}" : null,
            Trips = (members & 2) != 0 ? stars % 2 : null,
            Instant = (members & 4) != 0 ? stars > 2 : null,
            PromisedDays = (members & 8) != 0 ? limit : null,
            LegalDays = (members & 16) != 0 ? legal : null,
            DueAtMs = (members & 96) == 96 ? Some.NowMs + due : null,
            Days = stars,
            Stars = (members & 128) != 0 ? stars : null,
            ByDefault = stars == 5,
            Outcome = stars > 2 ? "upheld" : "rejected",
            ZeroTrip = stars > 1,
            Comprehensive = stars > 2,
            CrossProvince = (members & 2) != 0,
            OneThing = (members & 4) != 0,
        };

    private static readonly Gen<ServiceEvent> Event =
        from family in Gen.Elements(Families)
        from kind in Gen.Elements(EventKinds.All.Where(kind => EventKinds.SubjectOf(kind) == family).ToArray())
        from subject in Gen.Elements(1, 1, 1, 2)
        from ending in Gen.Elements(Endings)
        from atMs in AtMs
        from window in Gen.Frequency((6, Gen.Constant(Windows[0])), (1, Gen.Constant(Windows[1])), (1, Gen.Constant(Windows[2])))
        from said in Said
        select Some.Event(kind, $"{kind}-{subject}-{ending}-{window[7]}", Of(family, subject, said), atMs, window);

    private static readonly Gen<ServiceEvent> Correction =
        from kind in Gen.Elements(EventKinds.All.Where(static kind => kind != EventKind.Correction).ToArray())
        from subject in Gen.Choose(1, 2)
        from ending in Gen.Elements(Endings)
        from other in Gen.Elements(Endings)
        from revision in Gen.Choose(0, 2)
        from window in Gen.Elements(Windows)
        from said in Said
        from isOut in Gen.Choose(0, 3)
        select Some.Event(
            EventKind.Correction,
            $"correction-{kind}-{subject}-{ending}-{other}-{revision}",
            new Facts { Target = $"{kind}-{subject}-{ending}-{window[7]}", Revision = revision == 0 ? null : revision, Data = isOut == 0 ? null : isOut == 1 ? Facts.None : said },
            window: window);

    /// <summary>Up to sixty events, each once, and a seed.</summary>
    public static readonly Gen<(ServiceEvent[] Events, int Seed)> Any =
        from events in Event.ListOf(60)
        from corrections in Correction.ListOf(12)
        from seed in Gen.Choose(0, int.MaxValue)
        select (events.Concat(corrections).DistinctBy(static e => e.Id, StringComparer.Ordinal).ToArray(), seed);

    /// <summary>Sixty days ago all windows reported on the day itself, so since then days are sealed and revised.</summary>
    public static async Task GoLive(AnyJournalHouse house)
    {
        await house.Append([.. Windows.Select(static window => Some.Event(EventKind.WindowHeartbeat, window, atMs: Some.NowMs - (60 * Day), window: window))]);
        house.Clock.Advance(TimeSpan.FromDays(60));
    }

    private static Facts Of(SubjectKind family, int subject, Facts said) => family switch
    {
        SubjectKind.Ticket => new Facts { Ticket = $"{subject}" },
        SubjectKind.Case => said with { Case = $"{subject}", Stars = null },
        SubjectKind.Review => new Facts { Review = $"{subject}", Stars = said.Stars ?? 1, ByDefault = said.ByDefault, Outcome = said.Outcome },
        SubjectKind.Order => new Facts { Order = $"{subject}", Stars = said.Stars },
        SubjectKind.Item => said with { Item = $"i{subject % 2}" },
        _ => Facts.None,
    };
}
