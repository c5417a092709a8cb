using Npgsql;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>Changed rows on their way to the database: one statement for each table, all of them in one trip.</summary>
internal sealed class RowBuffer
{
    private static readonly string CellColumns = string.Join(", ", CounterColumns.All);

    // The counters of all cells stand behind each other in one array.
    private static readonly string CellCounts = string.Join(", ", Enumerable.Range(1, Slot.CounterCount).Select(static i => $"($4)[((place - 1) * {Slot.CounterCount}) + {i}]"));

    private static readonly string PutCells =
        $"""
        INSERT INTO cells (window_id, business_day, version, {CellColumns}, waits, handling, trend)
        SELECT window_id, business_day, version, {CellCounts}, waits, handling, trend
        FROM unnest($1, $2, $3, $5, $6, $7) WITH ORDINALITY AS put (window_id, business_day, version, waits, handling, trend, place)
        ON CONFLICT (window_id, business_day) DO UPDATE SET version = excluded.version,
            {string.Join(", ", CounterColumns.All.Select(static column => $"{column} = excluded.{column}"))},
            waits = excluded.waits, handling = excluded.handling, trend = excluded.trend
        """;

    public List<AddedEvent> Events { get; } = [];

    public List<AddedRevision> Revisions { get; } = [];

    public List<WindowRow> Windows { get; } = [];

    public Dictionary<(long Window, BusinessDay Day), (long Version, Tally Tally)> Cells { get; } = [];

    /// <summary>Null for what waits for nothing any more.</summary>
    public Dictionary<(long Window, SubjectKind Kind, string Id), OpenSubject?> Open { get; } = [];

    /// <summary>By how much the cases of a county for an item on a day at a window change.</summary>
    public Dictionary<(string County, string Item, BusinessDay Day, long Window), int> Uses { get; } = [];

    public int Count => Cells.Count + Open.Count + Uses.Count;

    public void Flush(NpgsqlConnection connection)
    {
        using var batch = new NpgsqlBatch(connection);
        AddEvents(batch);
        AddRevisions(batch);
        AddWindows(batch);
        AddCells(batch);
        AddOpen(batch);
        AddUses(batch);
        if (batch.BatchCommands.Count > 0) batch.ExecuteNonQuery();
    }

    public void FlushUses(NpgsqlConnection connection) => Flush(connection, AddUses);

    public void FlushRevisions(NpgsqlConnection connection) => Flush(connection, AddRevisions);

    private static void Flush(NpgsqlConnection connection, Action<NpgsqlBatch> add)
    {
        using var batch = new NpgsqlBatch(connection);
        add(batch);
        if (batch.BatchCommands.Count > 0) batch.ExecuteNonQuery();
    }

    private static T[] Of<TRow, T>(IReadOnlyCollection<TRow> rows, Func<TRow, T> column) => [.. rows.Select(column)];

    private void AddEvents(NpgsqlBatch batch)
    {
        if (Events.Count == 0) return;
        batch.Add(
            """
            INSERT INTO events (source_id, event_id, window_id, kind, occurred_ms, business_day, received_ms, subject_kind, subject, body, content_hash, window_version, stream, epoch, sequence)
            SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """,
            Of(Events, static added => added.Source),
            Of(Events, static added => added.Pending.Fact.Id),
            Of(Events, static added => added.Window),
            Of(Events, static added => (short)added.Pending.Fact.Kind),
            Of(Events, static added => added.Pending.Fact.OccurredMs),
            Of(Events, static added => added.Pending.Fact.Day.Number),
            Of(Events, static added => added.ReceivedMs),
            Of(Events, static added => (short)added.Pending.Fact.SubjectKind),
            Of(Events, static added => added.Pending.Fact.SubjectId),
            Of(Events, static added => added.Pending.Body),
            Of(Events, static added => added.Pending.Hash),
            Of(Events, static added => added.Version),
            Of(Events, static added => added.Pending.Fact.Mark?.Stream),
            Of(Events, static added => added.Pending.Fact.Mark?.Epoch),
            Of(Events, static added => added.Pending.Fact.Mark?.Sequence));
        Events.Clear();
    }

    // In the order in which they came about, which their numbers keep.
    private void AddRevisions(NpgsqlBatch batch)
    {
        if (Revisions.Count == 0) return;
        batch.Add(
            """
            INSERT INTO revisions (window_id, business_day, source_id, event_id, at_ms, state, changes, subject_kind, subject, out_from)
            SELECT window_id, business_day, source_id, event_id, at_ms, state, changes, subject_kind, subject, out_from
            FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) WITH ORDINALITY
                AS added (window_id, business_day, source_id, event_id, at_ms, state, changes, subject_kind, subject, out_from, place) ORDER BY place
            """,
            Of(Revisions, static added => added.Of.Window.Id),
            Of(Revisions, static added => added.Of.Day.Number),
            Of(Revisions, static added => added.Source),
            Of(Revisions, static added => added.EventId),
            Of(Revisions, static added => added.AtMs),
            Of(Revisions, static added => (short)added.State),
            Of(Revisions, static added => added.Changes),
            Of(Revisions, static added => (short)added.Of.Kind),
            Of(Revisions, static added => added.Of.Subject),
            Of(Revisions, static added => added.Version));
        Revisions.Clear();
    }

    private void AddWindows(NpgsqlBatch batch)
    {
        if (Windows.Count == 0) return;
        batch.Add(
            """
            UPDATE windows SET version = changed.version, last_event_ms = changed.last_event_ms, first_live_day = changed.first_live_day
            FROM unnest($1, $2, $3, $4) AS changed (window_id, version, last_event_ms, first_live_day) WHERE windows.window_id = changed.window_id
            """,
            Of(Windows, static window => window.Id),
            Of(Windows, static window => window.Version),
            Of(Windows, static window => window.LastEventMs),
            Of(Windows, static window => window.FirstLiveDay?.Number));
        Windows.Clear();
    }

    private void AddCells(NpgsqlBatch batch)
    {
        if (Cells.Count == 0) return;
        var counts = new long[Cells.Count * Slot.CounterCount];
        foreach (var (place, cell) in Cells.Values.Index()) cell.Tally.Counts.CopyTo(counts, place * Slot.CounterCount);
        batch.Add(
            PutCells,
            Of(Cells, static cell => cell.Key.Window),
            Of(Cells, static cell => cell.Key.Day.Number),
            Of(Cells, static cell => cell.Value.Version),
            counts,
            Of(Cells, static cell => cell.Value.Tally.Waits.Buckets.Packed.ToArray()),
            Of(Cells, static cell => cell.Value.Tally.Handling.Buckets.Packed.ToArray()),
            Of(Cells, static cell => cell.Value.Tally.Trend.Slices.Packed.ToArray()));
        Cells.Clear();
    }

    private void AddOpen(NpgsqlBatch batch)
    {
        var gone = Open.Where(static each => each.Value is null).Select(static each => each.Key).ToList();
        var waiting = Open.Where(static each => each.Value is not null).Select(static each => (each.Key.Window, Now: each.Value!.Value)).ToList();
        Open.Clear();
        if (gone.Count > 0)
        {
            batch.Add(
                """
                DELETE FROM open_subjects USING unnest($1, $2, $3) AS gone (window_id, subject_kind, subject)
                WHERE open_subjects.window_id = gone.window_id AND open_subjects.subject_kind = gone.subject_kind AND open_subjects.subject = gone.subject
                """,
                Of(gone, static key => key.Window),
                Of(gone, static key => (short)key.Kind),
                Of(gone, static key => key.Id));
        }

        if (waiting.Count == 0) return;
        batch.Add(
            """
            INSERT INTO open_subjects (window_id, subject_kind, subject, since_ms, due_ms, state, soon_ms, legal_due_ms)
            SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (window_id, subject_kind, subject) DO UPDATE SET since_ms = excluded.since_ms, due_ms = excluded.due_ms, state = excluded.state,
                soon_ms = excluded.soon_ms, legal_due_ms = excluded.legal_due_ms
            """,
            Of(waiting, static open => open.Window),
            Of(waiting, static open => (short)open.Now.Kind),
            Of(waiting, static open => open.Now.Id),
            Of(waiting, static open => open.Now.SinceMs),
            Of(waiting, static open => open.Now.DueMs),
            Of(waiting, static open => (short)open.Now.State),
            Of(waiting, static open => open.Now.SoonMs),
            Of(waiting, static open => open.Now.LegalDueMs));
    }

    private void AddUses(NpgsqlBatch batch)
    {
        var changed = Uses.Where(static use => use.Value != 0).ToList();
        Uses.Clear();
        if (changed.Count == 0) return;
        batch.Add(
            """
            INSERT INTO item_uses (county, item, business_day, window_id, cases) SELECT * FROM unnest($1, $2, $3, $4, $5)
            ON CONFLICT (county, item, business_day, window_id) DO UPDATE SET cases = item_uses.cases + excluded.cases
            """,
            Of(changed, static use => use.Key.County),
            Of(changed, static use => use.Key.Item),
            Of(changed, static use => use.Key.Day.Number),
            Of(changed, static use => use.Key.Window),
            Of(changed, static use => use.Value));
        var fewer = changed.FindAll(static use => use.Value < 0);
        if (fewer.Count == 0) return;
        batch.Add(
            """
            DELETE FROM item_uses USING unnest($1, $2, $3, $4) AS fewer (county, item, business_day, window_id)
            WHERE item_uses.county = fewer.county AND item_uses.item = fewer.item AND item_uses.business_day = fewer.business_day AND item_uses.window_id = fewer.window_id AND cases = 0
            """,
            Of(fewer, static use => use.Key.County),
            Of(fewer, static use => use.Key.Item),
            Of(fewer, static use => use.Key.Day.Number),
            Of(fewer, static use => use.Key.Window));
    }
}
