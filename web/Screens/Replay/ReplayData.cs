using System.Text.Json;
using OpsBoard.Web.Replay;

namespace OpsBoard.Web.Screens.Replay;

/// <summary>What the page of a replay tells its module, as a block of JSON. Instants are unix milliseconds.</summary>
public sealed record ReplayData(
    string Scope,
    int Text,
    double LateAfterMs,
    IReadOnlyList<string> Units,
    long AsOf,
    long First,
    long Last,
    long? Next,
    ReplayDataWords Words)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static ReplayData Of(ReplayFrame replay, BoardView view, double lateAfterMs)
    {
        var (live, own) = (view.Words.Live, ReplayWords.For(view.Words));
        return new ReplayData(
            view.Scope.ToString(),
            view.Words.IsEnglish ? 1 : 0,
            lateAfterMs,
            [.. view.Children.Select(static child => child.ToString())],
            replay.AtMs,
            replay.FirstMs,
            replay.LastMs,
            replay.NextMs,
            new ReplayDataWords(live.Ages, live.Ago, live.NeverHeard, live.Freshness, live.FreshnessShort, own.Play, own.Pause, own.Failed));
    }

    /// <summary>Escaped so that it can stand inside a script element.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);
}
