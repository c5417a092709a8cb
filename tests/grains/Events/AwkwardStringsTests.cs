using System.Text.Json;
using OpsBoard.Events;
using OpsBoard.Testing;

namespace OpsBoard.Tests.Events;

public sealed class AwkwardStringsTests
{
    private static readonly ManualClock Clock = new();

    [Fact]
    public void An_awkward_string_is_refused_for_a_reason_or_survives_byte_for_byte()
    {
        var strings = JsonSerializer.Deserialize<string[]>(File.ReadAllBytes(Corpora.File("blns/blns.json")))!;

        Assert.All(strings, static text => Assert.Contains(FateOf(text), Expected(text), StringComparer.Ordinal));
    }

    private static string FateOf(string text)
    {
        var reading = EventReader.Read(SomeItem.Bytes(("id", SomeItem.Quoted(text)), ("data", $$"""{"case":{{SomeItem.Quoted(text)}}}""")), Clock.GetUtcNow());
        var stored = reading.Event is { } happened ? FactsJson.Read(FactsJson.Write(happened.Facts)).Case : null;
        return reading.Rejection?.Reason ?? (reading.Event!.Id == text && stored == text ? "survives" : "mangled");
    }

    private static string[] Expected(string text) => text.Length == 0 || System.Text.Encoding.UTF8.GetByteCount(text) > 128
        ? [Reasons.InvalidId]
        : ["survives", Reasons.ControlCharacter, Reasons.PersonalData];
}
