using System.Text.Json;

namespace OpsBoard.Web.Screens;

/// <summary>What a live page tells its module, as a block of JSON. Instants are unix milliseconds.</summary>
/// <param name="Text">Which of a pair of texts is the page's: 0 Chinese, 1 English.</param>
/// <param name="LateAfterMs">The age at which the module itself calls a unit's figures stale.</param>
/// <param name="Units">The units that the page has a place for; a snapshot with others asks for a new page.</param>
public sealed record PageData(
    string Scope,
    string Epoch,
    long Version,
    long AsOf,
    long ServerTime,
    string BusinessDay,
    string Build,
    int Text,
    bool Wall,
    double LateAfterMs,
    IReadOnlyList<string> Units,
    LiveWords Words)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Escaped so that it can stand inside a script element.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);
}
