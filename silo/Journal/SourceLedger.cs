using OpsBoard.Events;
using OpsBoard.Journal;

namespace OpsBoard.Silo.Journal;

/// <summary>What one transaction adds to the ledger of the sources; written at its end, so that a batch in order costs one row and not one for each event.</summary>
internal sealed class SourceLedger(ILedgerRows rows, long receivedMs)
{
    private readonly Dictionary<long, (long Events, long LastEventMs)> _stored = [];
    private readonly Dictionary<(long Source, string Stream, long Epoch), List<long>> _numbers = [];

    /// <summary>Events that contradict what is stored.</summary>
    public int Conflicts { get; private set; }

    /// <summary>The first of them, as source and id.</summary>
    public string FirstConflict { get; private set; } = "";

    public void Store(long source, ServiceEvent fact)
    {
        var (events, lastEventMs) = _stored.GetValueOrDefault(source);
        _stored[source] = (events + 1, Math.Max(lastEventMs, fact.OccurredMs));
        if (fact.Mark is not { } mark) return;
        var stream = (source, mark.Stream, mark.Epoch);
        if (!_numbers.TryGetValue(stream, out var numbers)) _numbers[stream] = numbers = [];
        numbers.Add(mark.Sequence);
    }

    public void Contradict(long source, ServiceEvent fact, ConflictKind kind)
    {
        if (Conflicts++ == 0) FirstConflict = $"{fact.Source} {fact.Id}";
        rows.Contradict(source, fact.Id, kind, receivedMs);
    }

    public void Finish()
    {
        foreach (var (source, (events, lastEventMs)) in _stored) rows.Count(source, events, lastEventMs, receivedMs);
        foreach (var (stream, numbers) in _numbers)
        {
            foreach (var range in RangesOf(numbers)) rows.Hold(stream.Source, stream.Stream, stream.Epoch, range);
        }
    }

    private static IEnumerable<NumberRange> RangesOf(List<long> numbers)
    {
        numbers.Sort();
        var range = new NumberRange(numbers[0], numbers[0]);
        foreach (var number in numbers.Skip(1))
        {
            if (number == range.Last + 1)
            {
                range = range with { Last = number };
                continue;
            }

            yield return range;
            range = new NumberRange(number, number);
        }

        yield return range;
    }
}
