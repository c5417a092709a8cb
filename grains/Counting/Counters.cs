using OpsBoard.Events;

namespace OpsBoard.Counting;

/// <summary>What holds for whole families of counters.</summary>
public static class Counters
{
    public static readonly IReadOnlyList<Counter> All = Enum.GetValues<Counter>();

    /// <summary>Every counter from the item catalogue on is a stock, the last one of the year alone.</summary>
    public static CounterSpan SpanOf(Counter counter) => counter switch
    {
        < Counter.ItemsListed => CounterSpan.Period,
        Counter.ItemsZeroTripUsed => CounterSpan.Year,
        _ => CounterSpan.Beginning,
    };

    /// <summary>What kind of subject leaves the marks of a counter.</summary>
    public static SubjectKind SubjectOf(Counter counter) => counter switch
    {
        Counter.Issued or Counter.Called or Counter.Abandoned or Counter.Transferred => SubjectKind.Ticket,
        >= Counter.Stars1 and <= Counter.ReviewsByDefault => SubjectKind.Review,
        >= Counter.DefaultGood and <= Counter.RectifyOnTime => SubjectKind.Review,
        >= Counter.HotlineReceived and <= Counter.HotlineSatisfied => SubjectKind.Order,
        >= Counter.ItemsListed => SubjectKind.Item,
        _ => SubjectKind.Case,
    };

    /// <summary>True where a mark lies on the day of one of its subject's events; else on the day of a deadline that follows from them.</summary>
    public static bool IsOnDayOfEvent(Counter counter) => counter is < Counter.ContactDue or > Counter.RectifyOnTime;
}
