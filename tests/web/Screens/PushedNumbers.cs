using System.Text.Json;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens;

/// <summary>The server's side of the numbers of a page.</summary>
internal static class PushedNumbers
{
    /// <summary>What the server pushes for the numbers that a page shows: key, text, state and level.</summary>
    public static async Task<IReadOnlyList<string>> PushedTo(this LiveServer server, string scope, IEnumerable<string> numbers, bool english = false) =>
        (await server.Get($"/api/v1/units/{scope}")).Pushed(numbers, english);

    /// <summary>The same from a board that was read.</summary>
    public static IReadOnlyList<string> Pushed(this JsonElement board, IEnumerable<string> numbers, bool english)
    {
        var shown = board.GetProperty("shown");
        return [.. numbers.Select(static number => number.Split(" | ")[0]).Select(key => Line(key, shown.GetProperty(key), english))];
    }

    private static string Line(string key, JsonElement figure, bool english)
    {
        var text = figure.GetProperty("t");
        var level = figure.TryGetProperty("l", out var said) ? said.GetString() : "";
        return $"{key} | {(text.ValueKind == JsonValueKind.Array ? text[english ? 1 : 0] : text).GetString()} | {figure.GetProperty("s").GetString()} | {level}";
    }
}
