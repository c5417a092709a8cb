using System.Collections.Immutable;
using System.Text.Json;

namespace OpsBoard.LoadTest;

/// <summary>
/// A result for programs: <c>mode</c>, <c>command</c>, <c>beganAt</c>, <c>machine</c>, <c>pinning</c>, <c>repeat</c>, <c>lines</c> (each with its
/// circumstances and <c>figures</c>, of which each is <c>{min, median, max}</c>), <c>verdicts</c> and <c>isWell</c>. With the floor also
/// <c>ratioToFloor</c>: the median of the repetitions for <c>idOnly</c> and <c>numbered</c>, a share of 1, and <c>ratiosToFloor</c> with all of them;
/// with peers <c>ratioToPeers</c> and <c>ratiosToPeers</c> by their names.
/// </summary>
internal static class ResultJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true };

    public static void Write(LoadReport report, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("mode", report.Mode);
        json.WriteString("command", report.Command);
        json.WriteString("beganAt", report.BeganAt);
        WriteMachine(json, report.Machine);
        json.WriteStartObject("pinning");
        json.WriteString("server", report.Result.Cores.Server);
        json.WriteString("driver", report.Result.Cores.Driver);
        json.WriteEndObject();
        json.WriteNumber("repeat", report.Repeat);
        json.WriteStartArray("lines");
        foreach (var line in report.Result.Lines) Write(json, line);
        json.WriteEndArray();
        WriteRatios(json, "Floor", [.. report.Result.RatioToFloor.Select(static ratio => (IngestMode.Word(ratio.Numbering), ratio.Ratios))]);
        WriteRatios(json, "Peers", report.Result.RatioToPeers);
        json.WriteStartArray("verdicts");
        foreach (var verdict in report.Result.Verdicts) Write(json, verdict);
        json.WriteEndArray();
        json.WriteBoolean("isWell", report.Result.IsWell);
        json.WriteEndObject();
    }

    private static void WriteMachine(Utf8JsonWriter json, Machine machine)
    {
        json.WriteStartObject("machine");
        json.WriteString("processor", machine.Processor);
        json.WriteNumber("cores", machine.Cores);
        json.WriteNumber("memoryGiB", machine.MemoryGiB);
        json.WriteString("system", machine.System);
        json.WriteString("runtime", machine.Runtime);
        json.WriteNumber("loadAtStart", machine.LoadAtStart);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ResultLine line)
    {
        json.WriteStartObject();
        json.WriteString("name", line.Name);
        foreach (var (key, value) in line.Circumstances)
        {
            if (value is long whole) json.WriteNumber(key, whole);
            else json.WriteString(key, (string)value);
        }

        json.WriteStartObject("figures");
        foreach (var (kind, value) in line.Figures)
        {
            json.WriteStartObject(kind.Key);
            json.WriteNumber("min", value.Min);
            json.WriteNumber("median", value.Median);
            json.WriteNumber("max", value.Max);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRatios(Utf8JsonWriter json, string to, ImmutableArray<(string Name, ImmutableArray<double> Ratios)> all)
    {
        if (all.IsEmpty) return;
        json.WriteStartObject($"ratioTo{to}");
        foreach (var (name, ratios) in all) json.WriteNumber(name, Repeated.Of(ratios).Median);
        json.WriteEndObject();
        json.WriteStartObject($"ratiosTo{to}");
        foreach (var (name, ratios) in all)
        {
            json.WriteStartArray(name);
            foreach (var ratio in ratios) json.WriteNumberValue(ratio);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LoadVerdict verdict)
    {
        json.WriteStartObject();
        json.WriteString("text", verdict.Text);
        json.WriteString("word", verdict.Word);
        json.WriteBoolean("holds", verdict.Holds);
        json.WriteBoolean("isRequired", verdict.IsRequired);
        json.WriteEndObject();
    }
}
