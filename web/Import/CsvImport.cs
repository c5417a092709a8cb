using System.Buffers.Binary;
using System.Security.Cryptography;
using OpsBoard.Events;

namespace OpsBoard.Web.Import;

/// <summary>
/// Turns the rows of a file into events and hands them on, in file order. Everything goes through the same reader as what sources send,
/// so repeating an import finds every event known already. Used once.
/// </summary>
internal sealed class CsvImport(ImportMap map, IImportSink<ServiceEvent> sink, TimeProvider clock, IProgress<ImportProgress> progress)
{
    private const int MostPerBatch = 500;

    // Half of what a request may hold: items are at most a few kilobytes, so one more always fits.
    private const int FullBytes = 512 * 1024;

    private const int RowsPerReport = 5000;

    private readonly ImportReport _report = new("events");
    private readonly Dictionary<string, (int Line, UInt128 Content)> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _cases = new(StringComparer.Ordinal);
    private readonly List<Imported<ServiceEvent>> _batch = [];
    private int _batchBytes;
    private int _sent;

    /// <exception cref="ImportException">The file lacks a column, or the events cannot be handed on.</exception>
    public async Task<ImportReport> Run(TextReader csv, string file, CancellationToken cancellation)
    {
        using var records = new CsvRecords(csv).Read().GetEnumerator();
        var columns = CsvHeader.ColumnsOf(records.MoveNext() ? records.Current : null, file);
        map.RefuseMissingColumns(columns, file);
        while (records.MoveNext())
        {
            Take(records.Current, columns);
            if (_batch.Count >= MostPerBatch || _batchBytes >= FullBytes) await Send(cancellation);
            if (++_report.Rows % RowsPerReport == 0) progress.Report(new ImportProgress(_report.Rows, _sent));
        }

        if (_batch.Count > 0) await Send(cancellation);
        _report.Cases = map.Case is null ? null : _cases.Count;
        return _report;
    }

    private void Take(CsvRecord record, Dictionary<string, int> columns)
    {
        if (!record.IsReadable)
        {
            _report.Unreadable.Add(new ImportNote(record.Line, record.Fault));
            return;
        }

        try
        {
            var row = new CsvRow(record.Line, columns, record.Fields);
            var drafts = map.Events.Where(template => template.AppliesTo(row)).Select(template => template.Fill(row, map.Source, map.Times)).ToArray();
            if (map.Case is not null) _cases.Add(row[map.Case]);
            foreach (var draft in drafts) Fold(draft);
        }
        catch (UnreadableRowException fault)
        {
            _report.Unreadable.Add(new ImportNote(record.Line, fault.Message));
        }
    }

    private void Fold(DraftEvent draft)
    {
        var content = BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(draft.Item));
        if (_seen.TryAdd(draft.Id, (draft.Line, content)))
            Judge(draft);
        else if (_seen[draft.Id].Content != content)
            _report.Suspicious.Add(new ImportNote(draft.Line, $"{draft.Type} is said otherwise than on line {_seen[draft.Id].Line}, which stays"));
    }

    private void Judge(DraftEvent draft)
    {
        _report.Things++;
        var reading = EventReader.Read(draft.Item, clock.GetUtcNow());
        if (reading.Event is not { } happened)
        {
            _report.Reject(draft.Line, reading.Rejection!);
            return;
        }

        if (draft.Suspicion is { } suspicion) _report.Suspicious.Add(new ImportNote(draft.Line, suspicion));
        _batch.Add(new Imported<ServiceEvent>(draft.Line, draft.Item, happened));
        _batchBytes += draft.Item.Length;
    }

    private async Task Send(CancellationToken cancellation)
    {
        var answers = await sink.Send(_batch, cancellation);
        foreach (var (sent, answer) in _batch.Zip(answers)) _report.Note(sent.Line, EventKinds.TypeOf(sent.What.Kind), answer);
        _sent += _batch.Count;
        _batch.Clear();
        _batchBytes = 0;
    }
}
