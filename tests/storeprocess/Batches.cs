using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.StoreProcess;

/// <summary>Batches by seed and number: who reads the journal knows what was sent without having been told.</summary>
internal static class Batches
{
    /// <summary>The business day of all events starts 30 days into 2026; the clock of the process stands at noon of it.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.FromHours(8));

    public const string Source = "urn:sender";

    private const int MostEvents = 9;

    private static readonly UnitPath[] Windows = [.. Enumerable.Range(1, 4).Select(static number => UnitPath.Parse($"hainan/haikou/housing/w0{number}"))];

    private static readonly EventKind[] Kinds =
    [
        EventKind.CaseAccepted, EventKind.CaseAccepted, EventKind.CaseCompleted, EventKind.TicketIssued, EventKind.TicketCalled,
        EventKind.ReviewSubmitted, EventKind.WindowHeartbeat, EventKind.Correction,
    ];

    /// <summary>One to nine events, whose ids begin with the number of their batch.</summary>
    public static ServiceEvent[] Of(int seed, int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        return [.. Enumerable.Range(0, random.Next(1, MostEvents + 1)).Select(index => EventOf(number, index, random))];
    }

    public static string IdOf(int number, int index) => string.Create(Text.Numbers, $"{number}-{index}");

    private static ServiceEvent EventOf(int number, int index, Random random)
    {
        var kind = Kinds[random.Next(Kinds.Length)];
        var window = Windows[random.Next(Windows.Length)];
        var atMs = Noon.ToUnixTimeMilliseconds() - random.Next(86_400_000 * 3);
        return new ServiceEvent(Source, IdOf(number, index), kind, window, atMs, FactsOf(kind, number, random)) { Mark = new SequenceMark("s", 1, (number * (MostEvents + 1)) + index) };
    }

    // Some ten cases, tickets and reviews at a time: what comes later changes what is counted already.
    private static Facts FactsOf(EventKind kind, int number, Random random)
    {
        var subject = string.Create(Text.Numbers, $"{(number / 8) + random.Next(10)}");
        return EventKinds.SubjectOf(kind) switch
        {
            SubjectKind.Case => new Facts { Case = subject, Trips = random.Next(3), PromisedDays = 2 },
            SubjectKind.Ticket => new Facts { Ticket = subject },
            SubjectKind.Review => new Facts { Review = subject, Stars = random.Next(1, 6) },
            SubjectKind.Correction => new Facts { Target = IdOf(Math.Max(0, number - 1), 0), Revision = random.Next(1, 9), Data = random.Next(2) == 0 ? null : new Facts { Trips = 0 } },
            _ => Facts.None,
        };
    }
}
