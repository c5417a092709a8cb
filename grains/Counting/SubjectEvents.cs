using System.Runtime.InteropServices;

namespace OpsBoard.Counting;

/// <summary>The events of one subject in their order: by time, ties by identity, whatever the order in which they are added.</summary>
public sealed class SubjectEvents
{
    private readonly List<Occurrence> _events = new(8);

    public ReadOnlySpan<Occurrence> InOrder => CollectionsMarshal.AsSpan(_events);

    public void Clear() => _events.Clear();

    public void Add(Occurrence occurrence)
    {
        var at = _events.Count;
        while (at > 0 && Occurrence.Compare(_events[at - 1], occurrence) > 0) at--;
        _events.Insert(at, occurrence);
    }

    /// <summary>Adds an event as its corrections leave it; nothing when they take it out.</summary>
    public void Add(Occurrence occurrence, IReadOnlyCollection<Occurrence> corrections)
    {
        var counted = corrections.Count == 0 ? occurrence : occurrence.CorrectedBy(corrections);
        if (counted is not null) Add(counted);
    }
}
