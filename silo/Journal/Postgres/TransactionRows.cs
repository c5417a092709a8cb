using Npgsql;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>
/// The rows of one transaction. A group's rows are read in few statements before it is counted, whatever else is needed is read when it is asked
/// for, and all changes go back in one trip at the end: what a commit costs hardly grows with the distance to the database. Every other writer
/// waits for this transaction (<see cref="WritersLock"/>), so what was read stays true.
/// </summary>
internal sealed class TransactionRows(NpgsqlConnection connection, CountingTerms terms, long openKeptFromMs) : ITransactionRows
{
    // A recount of everything changes more rows than memory should hold.
    private const int MostHeld = 2_000;

    private static readonly string LeftOutStates = $"state IN ({(int)RevisionState.Waiting}, {(int)RevisionState.Refused})";

    private static readonly string WindowsByPath =
        $"""
        SELECT path, window_id, version, last_event_ms, first_live_day,
            EXISTS (SELECT 1 FROM events WHERE events.window_id = windows.window_id AND subject_kind = {(int)SubjectKind.Correction}),
            EXISTS (SELECT 1 FROM revisions WHERE revisions.window_id = windows.window_id AND {LeftOutStates})
        FROM windows WHERE path = ANY ($1)
        """;

    private readonly Dictionary<string, long> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<UnitPath, WindowRow> _windows = [];
    private readonly Dictionary<(long Source, string Id), byte[]?> _hashes = [];
    private readonly Dictionary<(long Source, string Stream, long Epoch, long Sequence), bool> _numbers = [];
    private readonly Dictionary<(long Window, SubjectKind Kind, string Subject), List<Occurrence>> _subjects = [];
    private readonly Dictionary<(long Window, BusinessDay Day), Tally?> _cells = [];
    private readonly Dictionary<(string County, string Item), List<(Occurrence Event, UnitPath Window)>> _items = [];
    private readonly Dictionary<(string County, string Item), Dictionary<BusinessDay, BusinessDay?>> _firstUses = [];
    private readonly Dictionary<(long Source, string Id), (long Window, SubjectKind Kind, string Subject)> _added = [];
    private readonly RowBuffer _buffer = new();

    public long OpenKeptFromMs => openKeptFromMs;

    /// <summary>Reads what the events of a group will ask for.</summary>
    public void Prepare(IReadOnlyCollection<PendingEvent> group)
    {
        if (group.Count == 0) return;
        LoadSources([.. group.Select(static pending => pending.Fact.Source).Distinct(StringComparer.Ordinal)]);
        LoadWindows([.. group.Select(static pending => pending.Fact.Window).Distinct()]);
        LoadHashes([.. group.Select(pending => (_sources[pending.Fact.Source], pending.Fact.Id)).Distinct()]);
        LoadNumbers([.. group.Where(static pending => pending.Fact.Mark is not null).Select(pending => NumberOf(_sources[pending.Fact.Source], pending.Fact)).Distinct()]);
        LoadSubjects([.. group.Where(static pending => IsFolded(pending.Fact.SubjectKind)).Select(pending => (_windows[pending.Fact.Window].Id, pending.Fact.SubjectKind, pending.Fact.SubjectId)).Distinct()]);
        LoadSubjects([.. CorrectionsAskedFor(group).Distinct()]);
        LoadCells([.. group.Select(pending => (_windows[pending.Fact.Window].Id, pending.Fact.Day)).Distinct()]);
        LoadFirstUses([.. group.Where(static pending => pending.Fact is { SubjectKind: SubjectKind.Case, Facts.Item: not null })
            .Select(pending => (_windows[pending.Fact.Window].County, pending.Fact.Facts.Item!, FirstDayOf(pending.Fact.Day))).Distinct()]);
    }

    /// <summary>Sends all changes that are still held; the caller commits.</summary>
    public void Flush() => _buffer.Flush(connection);

    public long SourceOf(string name)
    {
        if (!_sources.ContainsKey(name)) LoadSources([name]);
        return _sources[name];
    }

    public WindowRow WindowOf(UnitPath path)
    {
        if (!_windows.ContainsKey(path)) LoadWindows([path]);
        return _windows[path];
    }

    public void UpdateWindow(WindowRow window) => _buffer.Windows.Add(window);

    public bool InsertEvent(in PendingEvent pending, long source, long window, long receivedMs, long version)
    {
        var fact = pending.Fact;
        if (HashOf(source, fact.Id) is not null || (fact.Mark is not null && IsTaken(NumberOf(source, fact)))) return false;
        _hashes[(source, fact.Id)] = pending.Hash;
        if (fact.Mark is not null) _numbers[NumberOf(source, fact)] = true;
        _added[(source, fact.Id)] = (window, fact.SubjectKind, fact.SubjectId);
        if (IsFolded(fact.SubjectKind)) Held((window, fact.SubjectKind, fact.SubjectId)).Add(Occurrence.Of(fact));
        if (fact.SubjectKind == SubjectKind.Item) Listed((_windows[fact.Window].County, fact.SubjectId)).Add((Occurrence.Of(fact), fact.Window));
        _buffer.Events.Add(new AddedEvent(pending, source, window, receivedMs, version));
        return true;
    }

    public byte[]? HashOf(long source, string id)
    {
        if (!_hashes.ContainsKey((source, id))) LoadHashes([(source, id)]);
        return _hashes[(source, id)];
    }

    public (SubjectKind Kind, string? Id) SubjectOf(long source, string id, long window)
    {
        if (_added.TryGetValue((source, id), out var added)) return added.Window == window ? (added.Kind, added.Subject) : default;
        return connection.Rows("SELECT subject_kind, subject FROM events WHERE source_id = $1 AND event_id = $2 AND window_id = $3", [source, id, window], static row => (ReadStatements.SubjectKindAt(row, 0), (string?)row.GetString(1))).FirstOrDefault();
    }

    public List<Occurrence> EventsOf(WindowRow window, SubjectKind kind, string id, Occurrence? added = null) => [.. Held((window.Id, kind, id))];

    public Tally? CellOf(WindowRow window, BusinessDay day)
    {
        if (!_cells.ContainsKey((window.Id, day))) LoadCells([(window.Id, day)]);
        return _cells[(window.Id, day)];
    }

    public void PutCell(WindowRow window, BusinessDay day, Tally tally)
    {
        _cells[(window.Id, day)] = tally;
        _buffer.Cells[(window.Id, day)] = (window.Version, tally);
        FlushWhenFull();
    }

    public void PutOpen(long window, OpenSubject open)
    {
        _buffer.Open[(window, open.Kind, open.Id)] = open;
        FlushWhenFull();
    }

    public void RemoveOpen(long window, SubjectKind kind, string id) => _buffer.Open[(window, kind, id)] = null;

    public List<(Occurrence Event, UnitPath Window)> ItemEventsOf(string county, string item) => [.. Listed((county, item))];

    public void AddUse(WindowRow window, ItemUse use, int cases)
    {
        var key = (window.County, use.Item, use.Day, window.Id);
        _buffer.Uses[key] = _buffer.Uses.GetValueOrDefault(key) + cases;
        if (_firstUses.TryGetValue((window.County, use.Item), out var known)) Note(known, use.Day, cases);
        // What is taken away may have been the first: that is asked of the database.
        if (cases < 0) _buffer.FlushUses(connection);
        FlushWhenFull();
    }

    public BusinessDay? FirstUse(string county, string item, BusinessDay from)
    {
        if (!_firstUses.TryGetValue((county, item), out var known) || !known.ContainsKey(from)) LoadFirstUses([(county, item, from)]);
        return _firstUses[(county, item)][from];
    }

    public void AddRevision(in SubjectDay changed, long source, string eventId, long atMs, RevisionState state, IEnumerable<Mark> changes) =>
        _buffer.Revisions.Add(new AddedRevision(changed, source, eventId, atMs, state, RevisionFormat.Write(changes), changed.Window.Version));

    public List<Mark> LeftOut(in SubjectDay day)
    {
        _buffer.FlushRevisions(connection);
        var of = day.Day;
        return [.. connection.Rows($"SELECT changes FROM revisions WHERE {OfSubjectDay}", [day.Window.Id, (short)day.Kind, day.Subject, day.Day.Number], row => RevisionFormat.Read(row.GetString(0), of)).SelectMany(static marks => marks)];
    }

    public void Supersede(in SubjectDay day)
    {
        _buffer.FlushRevisions(connection);
        connection.Run(
            $"UPDATE revisions SET state = {(int)RevisionState.Superseded}, out_until = $5 WHERE {OfSubjectDay}",
            day.Window.Id, (short)day.Kind, day.Subject, day.Day.Number, day.Window.Version);
    }

    public Revision? RevisionOf(long number)
    {
        _buffer.FlushRevisions(connection);
        return connection.Rows($"SELECT {ReadStatements.RevisionColumns} WHERE revision_id = $1", [number], ReadStatements.RevisionAt).FirstOrDefault();
    }

    public void DecideRevision(long number, RevisionState state, long atMs, string by, long? until) => connection.Run(
        "UPDATE revisions SET state = $2, decided_ms = $3, decided_by = $4, out_until = $5::bigint WHERE revision_id = $1", number, (short)state, atMs, by, until);

    private static string OfSubjectDay => $"window_id = $1 AND subject_kind = $2 AND subject = $3 AND business_day = $4 AND {LeftOutStates}";

    // Heartbeats are never folded, and items with those of their county.
    private static bool IsFolded(SubjectKind kind) => kind is not (SubjectKind.Heartbeat or SubjectKind.Item);

    private static BusinessDay FirstDayOf(BusinessDay day) => BusinessDay.Of(new DateOnly(day.Date.Year, 1, 1));

    private static (long Source, string Stream, long Epoch, long Sequence) NumberOf(long source, ServiceEvent fact) => (source, fact.Mark!.Value.Stream, fact.Mark.Value.Epoch, fact.Mark.Value.Sequence);

    private static void Note(Dictionary<BusinessDay, BusinessDay?> known, BusinessDay day, int cases)
    {
        if (cases < 0) known.Clear();
        foreach (var from in known.Keys.Where(from => from <= day && (known[from] is not { } first || day < first)).ToList()) known[from] = day;
    }

    // Corrections are filed under the ids of events, and most windows have none.
    private IEnumerable<(long Window, SubjectKind Kind, string Subject)> CorrectionsAskedFor(IReadOnlyCollection<PendingEvent> group)
    {
        foreach (var pending in group)
        {
            var (fact, window) = (pending.Fact, _windows[pending.Fact.Window]);
            if (!window.HasCorrections || !IsFolded(fact.SubjectKind) || fact.Kind == EventKind.Correction) continue;
            yield return (window.Id, SubjectKind.Correction, fact.Id);
            foreach (var known in _subjects[(window.Id, fact.SubjectKind, fact.SubjectId)]) yield return (window.Id, SubjectKind.Correction, known.Id);
        }
    }

    private List<Occurrence> Held((long Window, SubjectKind Kind, string Subject) key)
    {
        if (!_subjects.ContainsKey(key)) LoadSubjects([key]);
        return _subjects[key];
    }

    private List<(Occurrence Event, UnitPath Window)> Listed((string County, string Item) key)
    {
        if (_items.TryGetValue(key, out var known)) return known;
        const string sql =
            """
            SELECT kind, occurred_ms, name, event_id, body, path FROM windows JOIN events USING (window_id) JOIN sources USING (source_id)
            WHERE path >= $1 AND path < $2 AND subject_kind = $3 AND subject = $4
            """;
        return _items[key] = [.. connection.Rows(sql, [key.County + "/", key.County + "0", (short)SubjectKind.Item, key.Item], static row => (ReadStatements.OccurrenceAt(row, 0), ReadStatements.PathAt(row, 5)))];
    }

    private bool IsTaken((long Source, string Stream, long Epoch, long Sequence) number)
    {
        if (!_numbers.ContainsKey(number)) LoadNumbers([number]);
        return _numbers[number];
    }

    private void LoadSources(string[] names)
    {
        foreach (var (name, id) in connection.Rows("SELECT name, source_id FROM sources WHERE name = ANY ($1)", [names], NameAndId)) _sources[name] = id;
        string[] missing = [.. names.Where(name => !_sources.ContainsKey(name))];
        // Only what is missing is inserted, so that no number is used up in vain.
        if (missing.Length == 0) return;
        foreach (var (name, id) in connection.Rows("INSERT INTO sources (name) SELECT unnest($1) RETURNING name, source_id", [missing], NameAndId)) _sources[name] = id;
    }

    private static (string Name, long Id) NameAndId(NpgsqlDataReader row) => (row.GetString(0), row.GetInt64(1));

    private void LoadWindows(UnitPath[] paths)
    {
        foreach (var window in connection.Rows(WindowsByPath, [Texts(paths)], WindowAt)) _windows[window.Path] = window;
        UnitPath[] missing = [.. paths.Where(path => !_windows.ContainsKey(path))];
        if (missing.Length == 0) return;
        connection.Run("INSERT INTO windows (path, version, last_event_ms) SELECT unnest($1), 0, 0", (object)Texts(missing));
        foreach (var window in connection.Rows(WindowsByPath, [Texts(missing)], WindowAt)) _windows[window.Path] = window;
    }

    private WindowRow WindowAt(NpgsqlDataReader row)
    {
        var path = ReadStatements.PathAt(row, 0);
        var firstLiveDay = row.IsDBNull(4) ? (BusinessDay?)null : ReadStatements.DayAt(row, 4);
        return new WindowRow(row.GetInt64(1), path, row.GetInt64(2), row.GetInt64(3), firstLiveDay, row.GetBoolean(5), row.GetBoolean(6), terms.For(path));
    }

    private static string[] Texts(UnitPath[] paths) => Array.ConvertAll(paths, static path => path.ToString());

    private void LoadHashes((long Source, string Id)[] asked)
    {
        if (asked.Length == 0) return;
        foreach (var key in asked) _hashes[key] = null;
        const string sql = "SELECT source_id, event_id, content_hash FROM unnest($1, $2) AS asked (source_id, event_id) JOIN events USING (source_id, event_id)";
        object?[] values = [Array.ConvertAll(asked, static key => key.Source), Array.ConvertAll(asked, static key => key.Id)];
        foreach (var (source, id, hash) in connection.Rows(sql, values, static row => (row.GetInt64(0), row.GetString(1), row.GetFieldValue<byte[]>(2)))) _hashes[(source, id)] = hash;
    }

    private void LoadNumbers((long Source, string Stream, long Epoch, long Sequence)[] asked)
    {
        if (asked.Length == 0) return;
        foreach (var key in asked) _numbers[key] = false;
        const string sql =
            """
            SELECT source_id, stream, epoch, sequence FROM unnest($1, $2, $3, $4) AS asked (source_id, stream, epoch, sequence)
            JOIN events USING (source_id, stream, epoch, sequence) WHERE events.sequence IS NOT NULL
            """;
        object?[] values =
        [
            Array.ConvertAll(asked, static key => key.Source), Array.ConvertAll(asked, static key => key.Stream), Array.ConvertAll(asked, static key => key.Epoch), Array.ConvertAll(asked, static key => key.Sequence),
        ];
        foreach (var number in connection.Rows(sql, values, static row => (row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3)))) _numbers[number] = true;
    }

    private void LoadSubjects((long Window, SubjectKind Kind, string Subject)[] asked)
    {
        if (asked.Length == 0) return;
        foreach (var key in asked) _subjects[key] = [];
        const string sql =
            """
            SELECT kind, occurred_ms, name, event_id, body, window_id, subject_kind, subject
            FROM unnest($1, $2, $3) AS asked (window_id, subject_kind, subject) JOIN events USING (window_id, subject_kind, subject) JOIN sources USING (source_id)
            """;
        object?[] values = [Array.ConvertAll(asked, static key => key.Window), Array.ConvertAll(asked, static key => (short)key.Kind), Array.ConvertAll(asked, static key => key.Subject)];
        foreach (var (key, occurrence) in connection.Rows(sql, values, static row => ((row.GetInt64(5), ReadStatements.SubjectKindAt(row, 6), row.GetString(7)), ReadStatements.OccurrenceAt(row, 0)))) _subjects[key].Add(occurrence);
    }

    private void LoadCells((long Window, BusinessDay Day)[] asked)
    {
        if (asked.Length == 0) return;
        foreach (var key in asked) _cells[key] = null;
        var sql = $"SELECT window_id, business_day, {ReadStatements.CellColumns} FROM unnest($1, $2) AS asked (window_id, business_day) JOIN cells USING (window_id, business_day)";
        object?[] values = [Array.ConvertAll(asked, static key => key.Window), Array.ConvertAll(asked, static key => key.Day.Number)];
        foreach (var (key, tally) in connection.Rows(sql, values, static row => ((row.GetInt64(0), ReadStatements.DayAt(row, 1)), ReadStatements.TallyAt(row, 2)))) _cells[key] = tally;
    }

    private void LoadFirstUses((string County, string Item, BusinessDay From)[] asked)
    {
        if (asked.Length == 0) return;
        _buffer.FlushUses(connection);
        const string sql =
            """
            SELECT county, item, first, (SELECT MIN(business_day) FROM item_uses WHERE item_uses.county = asked.county AND item_uses.item = asked.item AND business_day >= first)
            FROM unnest($1, $2, $3) AS asked (county, item, first)
            """;
        object?[] values = [Array.ConvertAll(asked, static key => key.County), Array.ConvertAll(asked, static key => key.Item), Array.ConvertAll(asked, static key => key.From.Number)];
        foreach (var (county, item, from, first) in connection.Rows(sql, values, static row => (row.GetString(0), row.GetString(1), ReadStatements.DayAt(row, 2), ReadStatements.NumberAt(row, 3))))
        {
            if (!_firstUses.TryGetValue((county, item), out var known)) _firstUses[(county, item)] = known = [];
            known[from] = first is { } day ? new BusinessDay((int)day) : null;
        }
    }

    private void FlushWhenFull()
    {
        if (_buffer.Count < MostHeld) return;
        _buffer.Flush(connection);
        _cells.Clear();
        _firstUses.Clear();
    }
}
