using OpsBoard.Counting;

namespace OpsBoard.Journal;

/// <summary>One part of a number that is made of events: a counter or a gauge of open subjects, exactly one of the two.</summary>
/// <param name="Sign">1, or -1 for what is taken away.</param>
public readonly record struct EventTerm(Counter? Counter, OpenGauge? Gauge, int Sign = 1)
{
    public static EventTerm Of(Counter counter, int sign = 1) => new(counter, null, sign);

    public static EventTerm Of(OpenGauge gauge, int sign = 1) => new(null, gauge, sign);
}
