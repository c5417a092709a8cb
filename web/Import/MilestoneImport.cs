using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OpsBoard.Indicators.Milestones;

namespace OpsBoard.Web.Import;

/// <summary>
/// Declares the milestones of a file whose columns are called as in <see cref="Columns"/>, in any order. Everything goes through the same
/// reader as what the server is sent, so repeating an import finds every declaration known already. Used once.
/// </summary>
internal sealed class MilestoneImport(IImportSink<Milestone> sink, TimeProvider clock)
{
    private const int MostPerBatch = 200;

    private static readonly ImmutableArray<string> Required = ["unit", "id", "value", "document", "documentDate", "declaredBy"];
    private static readonly ImmutableArray<string> Optional = ["qualifier", "nameZh", "nameEn", "note", "targetValue", "targetYear", "targetDocument"];

    // What a server's list says besides, so that it can be read in again.
    private static readonly ImmutableArray<string> PassedOver = ["declaredAt", "current"];

    private readonly ImportReport _report = new("milestones");

    /// <exception cref="ImportException">The file lacks a column or has one too many, or the milestones cannot be handed on.</exception>
    public async Task<ImportReport> Run(TextReader csv, string file, CancellationToken cancellation)
    {
        using var records = new CsvRecords(csv).Read().GetEnumerator();
        var columns = CsvHeader.ColumnsOf(records.MoveNext() ? records.Current : null, file);
        RefuseUnfit(columns, file);
        var sound = new List<Imported<Milestone>>();
        while (records.MoveNext()) Take(records.Current, columns, sound);
        foreach (var batch in sound.Chunk(MostPerBatch))
        {
            var answers = await sink.Send(batch, cancellation);
            foreach (var (sent, answer) in batch.Zip(answers)) _report.Note(sent.Line, $"{sent.What.Unit} {sent.What.Id}", answer);
        }

        return _report;
    }

    private static void RefuseUnfit(Dictionary<string, int> columns, string file)
    {
        if (Required.FirstOrDefault(name => !columns.ContainsKey(name)) is { } missing)
            throw new ImportException($"{file} has no column \"{missing}\"; milestones need {string.Join(", ", Required)}.");
        if (columns.Keys.FirstOrDefault(static name => !Required.Contains(name) && !Optional.Contains(name) && !PassedOver.Contains(name)) is { } unknown)
            throw new ImportException($"{file} has the column \"{unknown}\", which milestones do not know; besides the needed ones there may be {string.Join(", ", Optional)}.");
    }

    private void Take(CsvRecord record, Dictionary<string, int> columns, List<Imported<Milestone>> sound)
    {
        _report.Rows++;
        if (!record.IsReadable)
        {
            _report.Unreadable.Add(new ImportNote(record.Line, record.Fault));
            return;
        }

        _report.Things++;
        var item = Item(new CsvRow(record.Line, columns, record.Fields));
        var reading = MilestoneReader.Read(item, clock);
        if (reading.Milestone is { } milestone) sound.Add(new Imported<Milestone>(record.Line, item, milestone));
        else _report.Reject(record.Line, reading.Rejection!);
    }

    private static byte[] Item(CsvRow row)
    {
        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        foreach (var name in (ReadOnlySpan<string>)["unit", "id", "qualifier", "document", "documentDate", "declaredBy", "note"]) WriteText(json, name, row, name);
        WriteWhole(json, "value", row, "value");
        if (Says(row, "nameZh") || Says(row, "nameEn"))
        {
            json.WriteStartObject("name");
            WriteText(json, "zh", row, "nameZh");
            WriteText(json, "en", row, "nameEn");
            json.WriteEndObject();
        }

        if (Says(row, "targetValue") || Says(row, "targetYear") || Says(row, "targetDocument"))
        {
            json.WriteStartObject("target");
            WriteWhole(json, "value", row, "targetValue");
            WriteWhole(json, "year", row, "targetYear");
            WriteText(json, "document", row, "targetDocument");
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.ToArray();
    }

    private static bool Says(CsvRow row, string column) => row.Columns.ContainsKey(column) && row[column].Length > 0;

    private static void WriteText(Utf8JsonWriter json, string name, CsvRow row, string column)
    {
        if (Says(row, column)) json.WriteString(name, row[column]);
    }

    // What is no number goes on as text, so that the reader refuses it by name.
    private static void WriteWhole(Utf8JsonWriter json, string name, CsvRow row, string column)
    {
        if (Says(row, column) && long.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var whole)) json.WriteNumber(name, whole);
        else WriteText(json, name, row, column);
    }
}
