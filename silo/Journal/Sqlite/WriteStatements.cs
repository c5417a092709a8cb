using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Planting;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>The statements of the writer, parsed once. Used by the writer's thread alone.</summary>
internal sealed class WriteStatements(SqliteConnection writer, CountingTerms terms) : ITransactionRows, IDisposable
{
    private static readonly string CellColumns = string.Join(", ", CounterColumns.All);

    private static readonly string IsLeftOut = $"state IN ({(int)RevisionState.Waiting}, {(int)RevisionState.Refused})";

    // Of the parameters of a cell; before it come its window, day and version.
    private const int FirstCount = 4;

    private static readonly string CellParameters = string.Join(", ", Enumerable.Range(FirstCount, Slot.CounterCount + 3).Select(static i => $"${i}"));

    private readonly Statement _addSource = writer.Prepared("INSERT INTO sources (name) VALUES ($1) ON CONFLICT DO NOTHING");

    private readonly Statement _source = writer.Prepared("SELECT source_id FROM sources WHERE name = $1");

    private readonly Statement _sourceName = writer.Prepared("SELECT name FROM sources WHERE source_id = $1");

    private readonly Statement _addWindow = writer.Prepared(
        "INSERT INTO windows (path, version, last_event_ms) VALUES ($1, 0, 0)");

    private readonly Statement _window = writer.Prepared(
        $"""
        SELECT window_id, version, last_event_ms, first_live_day,
            EXISTS (SELECT 1 FROM events WHERE events.window_id = windows.window_id AND subject_kind = {(int)SubjectKind.Correction}),
            EXISTS (SELECT 1 FROM revisions WHERE revisions.window_id = windows.window_id AND {IsLeftOut})
        FROM windows WHERE path = $1
        """);

    private readonly Statement _updateWindow = writer.Prepared("UPDATE windows SET version = $2, last_event_ms = $3, first_live_day = $4 WHERE window_id = $1");

    private readonly Statement _insertEvent = writer.Prepared(
        """
        INSERT INTO events (source_id, event_id, window_id, kind, occurred_ms, business_day, received_ms, subject_kind, subject, body,
            content_hash, window_version, stream, epoch, sequence)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        ON CONFLICT DO NOTHING
        """);

    private readonly Statement _hash = writer.Prepared("SELECT content_hash FROM events WHERE source_id = $1 AND event_id = $2");

    private readonly Statement _subject = writer.Prepared(
        "SELECT subject_kind, subject FROM events WHERE source_id = $1 AND event_id = $2 AND window_id = $3");

    private readonly Statement _events = writer.Prepared(
        """
        SELECT kind, occurred_ms, source_id, event_id, body FROM events
        WHERE window_id = $1 AND subject_kind = $2 AND subject = $3
        """);

    private readonly Statement _cell = writer.Prepared(
        $"SELECT {CellColumns}, waits, handling, trend FROM cells WHERE window_id = $1 AND business_day = $2");

    private readonly Statement _putCell = writer.Prepared(
        $"INSERT OR REPLACE INTO cells (window_id, business_day, version, {CellColumns}, waits, handling, trend) VALUES ($1, $2, $3, {CellParameters})");

    private readonly Statement _putOpen = writer.Prepared("INSERT OR REPLACE INTO open_subjects VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");

    private readonly Statement _removeOpen = writer.Prepared(
        "DELETE FROM open_subjects WHERE window_id = $1 AND subject_kind = $2 AND subject = $3");

    private readonly Statement _itemEvents = writer.Prepared(
        """
        SELECT kind, occurred_ms, name, event_id, body, path FROM windows JOIN events USING (window_id) JOIN sources USING (source_id)
        WHERE path >= $1 || '/' AND path < $1 || '0' AND subject_kind = $2 AND subject = $3
        """);

    private readonly Statement _addUse = writer.Prepared(
        """
        INSERT INTO item_uses (county, item, business_day, window_id, cases) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT DO UPDATE SET cases = cases + excluded.cases
        """);

    private readonly Statement _removeUnused = writer.Prepared(
        "DELETE FROM item_uses WHERE county = $1 AND item = $2 AND business_day = $3 AND window_id = $4 AND cases = 0");

    private readonly Statement _firstUse = writer.Prepared(
        "SELECT MIN(business_day) FROM item_uses WHERE county = $1 AND item = $2 AND business_day >= $3");

    private readonly Statement _addRevision = writer.Prepared(
        """
        INSERT INTO revisions (window_id, business_day, source_id, event_id, at_ms, state, changes, subject_kind, subject, out_from)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """);

    private readonly Statement _leftOut = writer.Prepared(
        $"SELECT changes FROM revisions WHERE window_id = $1 AND subject_kind = $2 AND subject = $3 AND business_day = $4 AND {IsLeftOut}");

    private readonly Statement _supersede = writer.Prepared(
        $"""
        UPDATE revisions SET state = {(int)RevisionState.Superseded}, out_until = $5
        WHERE window_id = $1 AND subject_kind = $2 AND subject = $3 AND business_day = $4 AND {IsLeftOut}
        """);

    private readonly Statement _revision = writer.Prepared($"SELECT {ReadStatements.RevisionColumns} WHERE revision_id = $1");

    private readonly Statement _decideRevision = writer.Prepared(
        "UPDATE revisions SET state = $2, decided_ms = $3, decided_by = $4, out_until = $5 WHERE revision_id = $1");

    private readonly HeldWindows _held = new();
    private readonly Dictionary<long, string> _sourceNames = [];

    public long OpenKeptFromMs { get; set; } = OpenSubjectsPruning.KeptFromMs(writer);

    public long SourceOf(string name)
    {
        _addSource.With(name).ExecuteNonQuery();
        return (long)_source.With(name).ExecuteScalar()!;
    }

    public WindowRow WindowOf(UnitPath path)
    {
        if (_held.Find(path) is { } held) return held;
        if (FindWindow(path) is { } known) return known;
        _addWindow.With(path.ToString()).ExecuteNonQuery();
        return FindWindow(path)!;
    }

    private WindowRow? FindWindow(UnitPath path)
    {
        using var reader = _window.With(path.ToString()).ExecuteReader();
        if (!reader.Read()) return null;
        var firstLiveDay = reader.IsDBNull(3) ? (BusinessDay?)null : new BusinessDay(reader.GetInt32(3));
        return new WindowRow(reader.GetInt64(0), path, reader.GetInt64(1), reader.GetInt64(2), firstLiveDay, reader.GetBoolean(4), reader.GetBoolean(5), terms.For(path));
    }

    public void UpdateWindow(WindowRow window)
    {
        _updateWindow.With(window.Id, window.Version, window.LastEventMs, window.FirstLiveDay?.Number).ExecuteNonQuery();
        _held.Take(window);
    }

    public bool InsertEvent(in PendingEvent pending, long source, long window, long receivedMs, long version)
    {
        var fact = pending.Fact;
        if (Planted.Has(Bug.CommitPerItem)) writer.Run("COMMIT; BEGIN IMMEDIATE");
        return _insertEvent.With(
            source, KeyOf(fact.Id, receivedMs), window, (int)fact.Kind, fact.OccurredMs, fact.Day.Number, receivedMs, (int)fact.SubjectKind, fact.SubjectId,
            pending.Body, pending.Hash, version, fact.Mark?.Stream, fact.Mark?.Epoch, fact.Mark?.Sequence).ExecuteNonQuery() == 1;
    }

    public byte[]? HashOf(long source, string id) => (byte[]?)_hash.With(source, id).ExecuteScalar();

    public (SubjectKind Kind, string? Id) SubjectOf(long source, string id, long window)
    {
        using var reader = _subject.With(source, id, window).ExecuteReader();
        return reader.Read() ? ((SubjectKind)reader.GetByte(0), reader.GetString(1)) : default;
    }

    public List<Occurrence> EventsOf(WindowRow window, SubjectKind kind, string id, Occurrence? added = null)
    {
        using var reader = _events.With(window.Id, (int)kind, id).ExecuteReader();
        var events = new List<Occurrence>();
        while (reader.Read())
        {
            var (source, identity) = (SourceNameOf(reader.GetInt64(2)), reader.GetString(3));
            events.Add(added is not null && added.Id == identity && added.Source == source
                ? added
                : new Occurrence((EventKind)reader.GetByte(0), reader.GetInt64(1), source, identity, FactsJson.Read(reader.GetBlob(4))));
        }

        return events;
    }

    public Tally? CellOf(WindowRow window, BusinessDay day)
    {
        using var reader = _cell.With(window.Id, day.Number).ExecuteReader();
        return reader.Read() ? ReadStatements.TallyAt(reader, 0) : null;
    }

    public void PutCell(WindowRow window, BusinessDay day, Tally tally)
    {
        _putCell.With(window.Id, day.Number, window.Version);
        for (var i = 0; i < Slot.CounterCount; i++) _putCell.Bind(FirstCount + i, tally.Counts[i]);
        _putCell.Bind(FirstCount + Slot.CounterCount, tally.Waits.Buckets.Packed);
        _putCell.Bind(FirstCount + Slot.CounterCount + 1, tally.Handling.Buckets.Packed);
        _putCell.Bind(FirstCount + Slot.CounterCount + 2, tally.Trend.Slices.Packed);
        _putCell.ExecuteNonQuery();
    }

    public void PutOpen(long window, OpenSubject open) =>
        _putOpen.With(window, (int)open.Kind, open.Id, open.SinceMs, open.DueMs, (int)open.State, open.SoonMs, open.LegalDueMs).ExecuteNonQuery();

    public void RemoveOpen(long window, SubjectKind kind, string id) => _removeOpen.With(window, (int)kind, id).ExecuteNonQuery();

    public List<(Occurrence Event, UnitPath Window)> ItemEventsOf(string county, string item)
    {
        using var reader = _itemEvents.With(county, (int)SubjectKind.Item, item).ExecuteReader();
        var events = new List<(Occurrence, UnitPath)>();
        while (reader.Read()) events.Add((ReadStatements.OccurrenceAt(reader, 0), UnitPath.Parse(reader.GetString(5))));
        return events;
    }

    public void AddUse(WindowRow window, ItemUse use, int cases)
    {
        _addUse.With(window.County, use.Item, use.Day.Number, window.Id, cases).ExecuteNonQuery();
        if (cases < 0) _removeUnused.With(window.County, use.Item, use.Day.Number, window.Id).ExecuteNonQuery();
    }

    public BusinessDay? FirstUse(string county, string item, BusinessDay from) =>
        _firstUse.With(county, item, from.Number).ExecuteScalar() is long day ? new BusinessDay((int)day) : null;

    public void AddRevision(in SubjectDay changed, long source, string eventId, long atMs, RevisionState state, IEnumerable<Mark> changes) =>
        _addRevision.With(
            changed.Window.Id, changed.Day.Number, source, eventId, atMs, (int)state, RevisionFormat.Write(changes), (int)changed.Kind, changed.Subject, changed.Window.Version).ExecuteNonQuery();

    public List<Mark> LeftOut(in SubjectDay day)
    {
        using var reader = _leftOut.With(day.Window.Id, (int)day.Kind, day.Subject, day.Day.Number).ExecuteReader();
        var marks = new List<Mark>();
        while (reader.Read()) marks.AddRange(RevisionFormat.Read(reader.GetString(0), day.Day));
        return marks;
    }

    public void Supersede(in SubjectDay day) => _supersede.With(day.Window.Id, (int)day.Kind, day.Subject, day.Day.Number, day.Window.Version).ExecuteNonQuery();

    public Revision? RevisionOf(long number)
    {
        using var reader = _revision.With(number).ExecuteReader();
        return reader.Read() ? ReadStatements.RevisionAt(reader) : null;
    }

    public void DecideRevision(long number, RevisionState state, long atMs, string by, long? until) =>
        _decideRevision.With(number, (int)state, atMs, by, until).ExecuteNonQuery();

    /// <summary>The transaction was rolled back: what it changed is not so.</summary>
    public void Forget()
    {
        _held.Forget();
        _sourceNames.Clear();
    }

    private string SourceNameOf(long source)
    {
        if (!_sourceNames.TryGetValue(source, out var name)) _sourceNames[source] = name = (string)_sourceName.With(source).ExecuteScalar()!;
        return name;
    }

    private string KeyOf(string id, long receivedMs)
    {
        if (Planted.Has(Bug.NoPrimaryKey)) return $"{id}~{Guid.NewGuid()}";
        if (Planted.Has(Bug.DedupeInMemory)) return $"{id}~{GetHashCode()}";
        if (Planted.Has(Bug.DedupeByReceiveDay)) return $"{id}~{BusinessDay.Of(receivedMs)}";
        return id;
    }

    public void Dispose()
    {
        Statement[] all =
        [
            _addSource, _source, _sourceName, _addWindow, _window, _updateWindow, _insertEvent, _hash, _subject, _events, _cell, _putCell, _putOpen, _removeOpen,
            _itemEvents, _addUse, _removeUnused, _firstUse, _addRevision, _revision, _decideRevision, _leftOut, _supersede,
        ];
        foreach (var command in all) command.Dispose();
    }
}
