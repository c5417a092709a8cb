using System.Collections.Immutable;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Supervision;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Import;

namespace OpsBoard.Web.Supervision;

/// <summary>
/// Brings the rows of a table into the ledger, each for itself: a wrong one is named by its line and keeps no other out. Whoever imports writes in the
/// name of the ledgers, so they must lie within his scope.
/// </summary>
internal sealed class LedgerImport(ITaskLedger ledger, TaskAdmission admission, TimeProvider clock)
{
    private const int MostRowsAtOnce = 100;

    private static readonly Rejection Foreign = new(Reasons.NotYours, "The ledger is of a unit that is not within your scope.");
    private static readonly Rejection Registered = new(Reasons.CannotFollow, "The ledger has an entry of this id that did not come from a table: what follows is written there.");

    private readonly ImportReport _report = new("entries");

    /// <exception cref="ImportException">The file has no header, lacks a column or has one too many.</exception>
    /// <exception cref="JournalUnavailableException">The journal takes nothing at present; importing again is safe.</exception>
    public async Task<ImportReport> Run(TextReader csv, Principal principal, CancellationToken cancellation)
    {
        using var records = new CsvRecords(csv).Read().GetEnumerator();
        var columns = ColumnsOf(records.MoveNext() ? records.Current : null);
        var sound = new List<(LedgerRow Row, ImmutableArray<TaskEvent> Events)>();
        while (records.MoveNext()) await Take(records.Current, columns, principal, sound, cancellation);
        foreach (var rows in sound.Chunk(MostRowsAtOnce)) await Store(rows, cancellation);
        return _report;
    }

    private static Dictionary<string, int> ColumnsOf(CsvRecord? header)
    {
        const string file = "The table";
        var named = header is { IsReadable: true } ? header with { Fields = [.. header.Fields.Select(static name => LedgerColumns.NameOf(name.Trim('\uFEFF', ' ')))] } : header;
        var columns = CsvHeader.ColumnsOf(named, file);
        if (LedgerColumns.Required.FirstOrDefault(name => !columns.ContainsKey(name)) is { } missing)
            throw new ImportException($"{file} has no column \"{missing}\"; a ledger needs {string.Join(", ", LedgerColumns.Required)}.");
        if (columns.Keys.FirstOrDefault(static name => !LedgerColumns.All.Contains(name)) is { } unknown)
            throw new ImportException($"{file} has the column \"{unknown}\", which a ledger does not know; it knows {string.Join(", ", LedgerColumns.All)}.");
        return columns;
    }

    private async Task Take(CsvRecord record, Dictionary<string, int> columns, Principal principal, List<(LedgerRow Row, ImmutableArray<TaskEvent> Events)> sound, CancellationToken cancellation)
    {
        _report.Rows++;
        if (!record.IsReadable)
        {
            _report.Unreadable.Add(new ImportNote(record.Line, record.Fault));
            return;
        }

        _report.Things++;
        var row = new LedgerRow(new CsvRow(record.Line, columns, record.Fields), BusinessDay.Of(clock.GetUtcNow()));
        var (events, rejection) = row.Read();
        rejection ??= principal.Reaches(events[0].Task.Ledger) ? admission.RefusalOfUnits(events[0]) ?? await RefusalOfKnown(events[0], cancellation) : Foreign;
        if (rejection is null) sound.Add((row, events));
        else _report.Reject(row.Line, rejection);
    }

    private async Task<Rejection?> RefusalOfKnown(TaskEvent registered, CancellationToken cancellation) =>
        (await ledger.ReadTask(registered.Task, cancellation)).Any(record => record.Event.Act == TaskAct.Registered && record.Event.Source != registered.Source) ? Registered : null;

    private async Task Store((LedgerRow Row, ImmutableArray<TaskEvent> Events)[] rows, CancellationToken cancellation)
    {
        var verdicts = await ledger.AppendTasks([.. rows.SelectMany(static row => row.Events)], cancellation);
        var next = 0;
        foreach (var (row, events) in rows)
        {
            _report.Note(row.Line, row.Name, new SinkAnswer(Of(verdicts.AsSpan(next, events.Length))));
            next += events.Length;
        }
    }

    // A row says one thing: it contradicts where any day of it does, and is new where any is.
    private static Verdict Of(ReadOnlySpan<Verdict> verdicts) =>
        verdicts.Contains(Verdict.Conflict) ? Verdict.Conflict : verdicts.Contains(Verdict.Accepted) ? Verdict.Accepted : Verdict.Duplicate;
}
