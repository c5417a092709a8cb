using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>What a number that is asked about is made of: which marks are in it, and which open subjects.</summary>
internal sealed class EventParts
{
    private readonly EventQuestion _question;
    private readonly int[] _signs = new int[Slot.CounterCount];
    private readonly BusinessDay _year;

    public EventParts(EventQuestion question)
    {
        _question = question;
        _year = BusinessDay.Of(new DateOnly(question.Last.Date.Year, 1, 1));
        Gauges = [.. question.Terms.Where(static term => term.Gauge is not null)];
        foreach (var term in question.Terms.Where(static term => term.Counter is not null)) _signs[(int)term.Counter!] += term.Sign;
        Counters = [.. Counting.Counters.All.Where(counter => _signs[(int)counter] != 0)];
    }

    public IReadOnlyList<Counter> Counters { get; }

    public IReadOnlyList<EventTerm> Gauges { get; }

    /// <summary>The kinds of subjects of one window; items belong to their county.</summary>
    public IEnumerable<SubjectKind> Kinds => Counters.Select(Counting.Counters.SubjectOf)
        .Concat(Gauges.Select(static term => OpenGauges.SubjectOf(term.Gauge!.Value)))
        .Where(static kind => kind != SubjectKind.Item)
        .Distinct();

    public IReadOnlyList<Counter> Items => [.. Counters.Where(static counter => Counting.Counters.SubjectOf(counter) == SubjectKind.Item)];

    /// <summary>How often a mark is in the number: 0 for one of another counter or of other days.</summary>
    public int TimesOf(Mark mark) => mark.Slot < Slot.CounterCount && IsIn(mark.Day, (Counter)mark.Slot) ? mark.Times * _signs[mark.Slot] : 0;

    /// <summary>How often a subject that is open is in the number, apart from the longest wait, of which there is one.</summary>
    public int TimesOf(OpenSubject open, long? lastEventMs) => Gauges
        .Where(static term => term.Gauge != OpenGauge.LongestWait)
        .Sum(term => term.Sign * (int)At(open, lastEventMs).Read(term.Gauge!.Value));

    public Gauges At(OpenSubject open, long? lastEventMs) => GaugeRules.At(_question.AtMs, [open], lastEventMs);

    private bool IsIn(BusinessDay day, Counter counter) => day <= _question.Last && Counting.Counters.SpanOf(counter) switch
    {
        CounterSpan.Period => day >= _question.First,
        CounterSpan.Year => day >= _year,
        _ => true,
    };
}
