using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpsBoard.LoadTest;

/// <summary>Brings what is told of supervision to its own door, and says what became of it.</summary>
internal sealed class SupervisionSender(Intake intake, TextWriter report)
{
    private static readonly Uri Door = new("/api/v1/supervision/events", UriKind.Relative);

    /// <param name="acts">At most a thousand.</param>
    public async Task SendAsync(ImmutableArray<JsonObject> acts, CancellationToken cancel)
    {
        var answer = await intake.AskAsync(Door, JsonSerializer.SerializeToUtf8Bytes(acts), acts.Length, static () => { }, cancel);
        foreach (var reason in answer.Reasons.Distinct(StringComparer.Ordinal)) await report.WriteLineAsync($"Refused: {reason}");
        await report.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Supervision: {answer.Fates.Count(static fate => fate == Fate.Accepted)} acts accepted, {answer.Fates.Count(static fate => fate == Fate.Duplicate)} known already."));
    }
}
