using System.Text.Json;

namespace OpsBoard.LoadTest;

/// <summary>The intake's answer to a batch, one fate for each of its events in their order, and why the refused ones were refused.</summary>
internal sealed record Answer(IReadOnlyList<Fate> Fates, IReadOnlyList<string> Reasons)
{
    public static Answer Unknown(int events) => new(Enumerable.Repeat(Fate.Unknown, events).ToArray(), []);

    public static Answer Rejected(int events, string reason) => new(Enumerable.Repeat(Fate.Rejected, events).ToArray(), [reason]);

    /// <exception cref="JsonException">The body is no answer to so many events, so what became of them stays unknown.</exception>
    public static Answer Read(ReadOnlyMemory<byte> body, int events)
    {
        using var json = JsonDocument.Parse(body);
        var fates = Enumerable.Repeat(Fate.Accepted, events).ToArray();
        var reasons = new List<string>();
        if (json.RootElement.TryGetProperty("results", out var results))
        {
            foreach (var result in results.EnumerateArray()) Read(result, fates, reasons);
        }

        // A count that the list does not bear out means that one of them is wrong.
        var accepted = json.RootElement.GetProperty("accepted").GetInt32();
        if (accepted != fates.Count(fate => fate == Fate.Accepted)) throw new JsonException($"'accepted' is {accepted}, but the results say otherwise.");
        return new(fates, reasons);
    }

    private static void Read(JsonElement result, Fate[] fates, List<string> reasons)
    {
        var index = result.GetProperty("index").GetInt32();
        if (index < 0 || index >= fates.Length) throw new JsonException($"There is no event {index}.");
        fates[index] = result.GetProperty("status").GetString() switch
        {
            "duplicate" => Fate.Duplicate,
            "conflict" => Fate.Conflict,
            "rejected" => Fate.Rejected,
            var other => throw new JsonException($"The status '{other}' is not known."),
        };
        if (fates[index] is Fate.Conflict or Fate.Rejected) reasons.Add(Text(result, "reason") + " " + Text(result, "detail"));
    }

    private static string Text(JsonElement result, string property) =>
        result.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
