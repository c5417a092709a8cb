using System.Collections.Immutable;
using System.Text.Json;
using OpsBoard.Events;

namespace OpsBoard.Web.Import;

/// <summary>One event that a row gives rise to.</summary>
/// <param name="Time">The column with the time of the event.</param>
/// <param name="When">The column that must be filled, or null: every row gives the event.</param>
/// <param name="NotBefore">The column with the time before which the event is suspicious, or null.</param>
internal sealed record EventTemplate(
    string Type,
    Template Id,
    Template Subject,
    string Time,
    string? When,
    string? NotBefore,
    ImmutableArray<MappedMember> Data)
{
    public IEnumerable<string> Columns =>
    [
        .. Id.Columns,
        .. Subject.Columns,
        Time,
        .. new[] { When, NotBefore }.OfType<string>(),
        .. Data.Select(static member => member.Column).OfType<string>(),
    ];

    public bool AppliesTo(CsvRow row) => When is null || row[When].Length > 0;

    /// <exception cref="UnreadableRowException">The row cannot be read as the map says.</exception>
    public DraftEvent Fill(CsvRow row, string source, FileTime times)
    {
        var occurredMs = times.Read(row, Time);
        var isEarly = NotBefore is not null && row[NotBefore].Length > 0 && occurredMs < times.Read(row, NotBefore);
        var id = Id.Fill(row, static value => value);
        return new DraftEvent(row.Line, Type, id, Item(row, source, id, occurredMs, times), isEarly ? $"{Type} is earlier than {NotBefore}" : null);
    }

    private byte[] Item(CsvRow row, string source, string id, long occurredMs, FileTime times)
    {
        using var buffer = new MemoryStream();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("specversion", "1.0");
        writer.WriteString("id", id);
        writer.WriteString("source", source);
        writer.WriteString("type", Type);
        writer.WriteString("subject", Subject.Fill(row, Slug.Of));
        writer.WriteString("time", Rfc3339.Write(occurredMs));
        writer.WriteStartObject("data");
        foreach (var member in Data) member.Write(writer, row, times);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
        return buffer.ToArray();
    }
}
