using System.Globalization;
using System.Text.Json;
using OpsBoard.Events;

namespace OpsBoard.Web.Import;

/// <summary>Where one member of <c>data</c> comes from: a constant, a column, or a column whose values stand for others.</summary>
/// <param name="Column">Null for a constant. Where the column is empty, the member is not said.</param>
/// <param name="Values">Null: the column's own value is taken.</param>
internal sealed record MappedMember(string Name, JsonElement Constant, string? Column, IReadOnlyDictionary<string, JsonElement>? Values, ColumnForm Form)
{
    /// <exception cref="UnreadableRowException">The row's value is not one that the map can read.</exception>
    public void Write(Utf8JsonWriter writer, CsvRow row, FileTime times)
    {
        if (Column is { } column && row[column].Length == 0) return;
        writer.WritePropertyName(Name);
        if (Column is null) Constant.WriteTo(writer);
        else if (Values is not null) Translate(row).WriteTo(writer);
        else if (Form == ColumnForm.Time) writer.WriteStringValue(Rfc3339.Write(times.Read(row, Column)));
        else if (Form == ColumnForm.Number) writer.WriteNumberValue(Number(row));
        else if (Form == ColumnForm.Flag) writer.WriteBooleanValue(Flag(row));
        else writer.WriteStringValue(row[Column]);
    }

    private JsonElement Translate(CsvRow row) => Values!.TryGetValue(row[Column!], out var value)
        ? value
        : throw new UnreadableRowException($"{Column} has a value that the map does not name");

    private bool Flag(CsvRow row) => row[Column!] switch
    {
        "是" or "true" or "TRUE" or "yes" or "1" => true,
        "否" or "false" or "FALSE" or "no" or "0" => false,
        _ => throw new UnreadableRowException($"{Column} is neither yes nor no: write 是 or 否, true or false, yes or no, 1 or 0"),
    };

    private long Number(CsvRow row) => long.TryParse(row[Column!], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new UnreadableRowException($"{Column} is no whole number");
}
