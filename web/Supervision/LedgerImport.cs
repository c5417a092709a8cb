using System.Collections.Immutable;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Supervision;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Import;

namespace OpsBoard.Web.Supervision;

/// <summary>
/// Brings the rows of a table of entries, duties or surveys into the ledger, each for itself: a wrong one is named by its line and keeps no other out. Whoever imports writes in the
/// name of the ledgers, so they must lie within his scope.
/// </summary>
internal sealed class LedgerImport(ITaskLedger ledger, TaskAdmission admission, TimeProvider clock)
{
    private const int MostRowsAtOnce = 100;

    private static readonly Rejection Foreign = new(Reasons.NotYours, "The row is of a unit that is not within your scope.");
    private static readonly Rejection Registered = new(Reasons.CannotFollow, "The ledger has an entry of this id that did not come from a table: what follows is written there.");

    private readonly ImportReport _report = new("entries");

    /// <exception cref="ImportException">The file has no header, lacks a column or has one too many.</exception>
    /// <exception cref="JournalUnavailableException">The journal takes nothing at present; importing again is safe.</exception>
    public async Task<ImportReport> Run(TextReader csv, ITaskTable table, Principal principal, CancellationToken cancellation)
    {
        using var records = new CsvRecords(csv).Read().GetEnumerator();
        var columns = ColumnsOf(records.MoveNext() ? records.Current : null, table);
        var sound = new List<(int Line, string Name, ImmutableArray<TaskEvent> Events)>();
        while (records.MoveNext()) await Take(records.Current, columns, table, principal, sound, cancellation);
        foreach (var rows in sound.Chunk(MostRowsAtOnce)) await Store(rows, cancellation);
        return _report;
    }

    private static Dictionary<string, int> ColumnsOf(CsvRecord? header, ITaskTable table)
    {
        const string file = "The table";
        var named = header is { IsReadable: true } ? header with { Fields = [.. header.Fields.Select(name => table.NameOf(name.Trim('\uFEFF', ' ')))] } : header;
        var columns = CsvHeader.ColumnsOf(named, file);
        if (table.Required.FirstOrDefault(name => !columns.ContainsKey(name)) is { } missing)
            throw new ImportException($"{file} has no column \"{missing}\"; {table.Name} need {string.Join(", ", table.Required)}.");
        if (columns.Keys.FirstOrDefault(name => !table.Columns.Contains(name)) is { } unknown)
            throw new ImportException($"{file} has the column \"{unknown}\", which {table.Name} do not know; they know {string.Join(", ", table.Columns)}.");
        return columns;
    }

    private async Task Take(
        CsvRecord record, Dictionary<string, int> columns, ITaskTable table, Principal principal, List<(int Line, string Name, ImmutableArray<TaskEvent> Events)> sound, CancellationToken cancellation)
    {
        _report.Rows++;
        if (!record.IsReadable)
        {
            _report.Unreadable.Add(new ImportNote(record.Line, record.Fault));
            return;
        }

        _report.Things++;
        var (events, rejection) = table.Read(new CsvRow(record.Line, columns, record.Fields), BusinessDay.Of(clock.GetUtcNow()));
        rejection ??= principal.Reaches(events[0].Task.Ledger) ? admission.RefusalOf(events[0]) ?? await RefusalOfKnown(events[0], cancellation) : Foreign;
        if (rejection is null) sound.Add((record.Line, $"{events[0].Task}", events));
        else _report.Reject(record.Line, rejection);
    }

    private async Task<Rejection?> RefusalOfKnown(TaskEvent registered, CancellationToken cancellation) =>
        (await ledger.ReadTask(registered.Task, cancellation)).Any(record => record.Event.Act == TaskAct.Registered && record.Event.Source != registered.Source) ? Registered : null;

    private async Task Store((int Line, string Name, ImmutableArray<TaskEvent> Events)[] rows, CancellationToken cancellation)
    {
        var verdicts = await ledger.AppendTasks([.. rows.SelectMany(static row => row.Events)], cancellation);
        var next = 0;
        foreach (var (line, name, events) in rows)
        {
            _report.Note(line, name, new SinkAnswer(Of(verdicts.AsSpan(next, events.Length))));
            next += events.Length;
        }
    }

    // A row says one thing: it contradicts where any day of it does, and is new where any is.
    private static Verdict Of(ReadOnlySpan<Verdict> verdicts) =>
        verdicts.Contains(Verdict.Conflict) ? Verdict.Conflict : verdicts.Contains(Verdict.Accepted) ? Verdict.Accepted : Verdict.Duplicate;
}
