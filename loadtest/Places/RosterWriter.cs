using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpsBoard.LoadTest;

/// <summary>Writes the province as <c>units.json</c>: each unit comes after its parent, in roster order.</summary>
internal sealed class RosterWriter(Utf8JsonWriter json)
{
    private static readonly JsonWriterOptions Options = new() { Indented = false, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Province province, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        new RosterWriter(json).Write(province);
    }

    private void Write(Province province)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteStartArray("units");
        WriteUnit(Province.Segment, Province.Name, "province", () => WriteOpening(isDaily: true), level: "province");
        foreach (var county in province.Counties) Write(county);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Write(County county)
    {
        WriteUnit(county.Path, county.Facts.Name, "county", () => WriteFacts(county));
        foreach (var department in county.Departments) Write(department);
    }

    private void WriteFacts(County county)
    {
        WriteName("short", county.Facts.Short);
        json.WriteString("peerGroup", county.Facts.PeerGroup);
        WriteTile(county.Facts.Tile);
        if (county.IsReporting) WriteOpening(isDaily: true);
        else json.WriteBoolean("reporting", false);
    }

    private void WriteTile(Tile? tile)
    {
        if (tile is not { } place)
        {
            json.WriteString("tile", "apart");
            return;
        }

        json.WriteStartArray("tile");
        json.WriteNumberValue(place.Row);
        json.WriteNumberValue(place.Column);
        json.WriteEndArray();
    }

    private void Write(Department department)
    {
        var kind = department.Kind;
        WriteUnit(
            department.Path,
            kind.Name,
            "department",
            () =>
            {
                if (kind.Short != kind.Name) WriteName("short", kind.Short);
                json.WriteString("peerGroup", kind.PeerGroup);
                WriteOpening(kind.HasWeekendService);
            },
            kind.Level);
        foreach (var (place, window) in department.Windows.Index())
            WriteUnit(window.Path, window.Name, "window", () => WriteOpening(place < department.WeekendWindows), window.Level);
    }

    private void WriteUnit(string path, LocalName name, string kind, Action writeRest, string level = "county")
    {
        json.WriteStartObject();
        json.WriteString("path", path);
        WriteName("name", name);
        json.WriteString("kind", kind);
        json.WriteString("level", level);
        writeRest();
        json.WriteEndObject();
    }

    private void WriteName(string property, LocalName name)
    {
        json.WriteStartObject(property);
        json.WriteString("zh", name.Zh);
        json.WriteString("en", name.En);
        json.WriteEndObject();
    }

    private void WriteOpening(bool isDaily)
    {
        json.WriteStartObject("opening");
        json.WriteString("days", isDaily ? "1-7" : "1-5");
        json.WriteString("from", "08:30");
        json.WriteString("to", "17:30");
        json.WriteEndObject();
    }
}
