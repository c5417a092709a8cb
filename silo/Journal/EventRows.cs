using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>Collects what is said of each event behind a number: one row an event, however many parts of the number it stands in.</summary>
internal sealed class EventRows
{
    private readonly Dictionary<(string Source, string Id), Row> _rows = [];

    /// <summary>The event decides a part of the number.</summary>
    public void Count(UnitPath window, StoredEvent stored, int times, bool isCorrected)
    {
        var row = RowOf(window, stored);
        row.Times += times;
        row.Decides = isCorrected ? EventReason.DecidesAsCorrected : EventReason.Decides;
    }

    /// <summary>A change of a sealed day that is not in the figures, so what it added is taken away here too.</summary>
    public void LeaveOut(UnitPath window, StoredEvent stored, int times, EventReason reason)
    {
        var row = RowOf(window, stored);
        row.Times -= times;
        row.LeftOut = reason;
    }

    /// <summary>The event belongs to a subject of the number and does not count itself; what was said first stays.</summary>
    public void Note(UnitPath window, StoredEvent stored, EventReason reason) => RowOf(window, stored).Other ??= reason;

    public EventListing Listing(EventQuestion question, long version)
    {
        var rows = _rows.Values.OrderBy(static row => row.Stored.Event, Comparer<Occurrence>.Create(Occurrence.Compare)).ToList();
        return new EventListing(
            rows.Sum(static row => (long)row.Times),
            rows.Count,
            version,
            [.. rows.Skip(question.Skip).Take(question.Take).Select(static row => row.ToEventRow())]);
    }

    private Row RowOf(UnitPath window, StoredEvent stored)
    {
        var key = (stored.Event.Source, stored.Event.Id);
        return _rows.TryGetValue(key, out var row) ? row : _rows[key] = new Row(window, stored);
    }

    private sealed class Row(UnitPath window, StoredEvent stored)
    {
        public StoredEvent Stored => stored;

        public int Times { get; set; }

        public EventReason? Decides { get; set; }

        public EventReason? LeftOut { get; set; }

        public EventReason? Other { get; set; }

        private EventReason Reason => Times != 0 ? Decides ?? EventReason.ChangeLeftOut : LeftOut ?? Other ?? EventReason.AnotherDecides;

        public EventRow ToEventRow() => new(
            window,
            stored.Event.Source,
            stored.Event.Id,
            stored.Event.Kind,
            stored.Event.AtMs,
            stored.ReceivedMs,
            Times != 0 ? EventStanding.Counted : Reason == EventReason.TakenOut ? EventStanding.Corrected : EventStanding.NotCounted,
            Reason,
            Times);
    }
}
