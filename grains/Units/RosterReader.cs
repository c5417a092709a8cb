using System.Text.Json;
using OpsBoard.Configuration;

namespace OpsBoard.Units;

/// <summary>
/// Reads <c>units.json</c>: <c>{"version":1,"units":[{"path","name":{"zh","en"},"short"?,"level"?,"peerGroup"?,"tile"?:[row,column]|"apart","reporting"?,"opening"?}]}</c>; <see cref="OpeningReader"/> has the form of <c>opening</c>.
/// Other members are left alone, so a newer file opens in an older program.
/// </summary>
public static class RosterReader
{
    private static readonly string[] Levels = ["province", "county", "township", "village"];

    /// <exception cref="ConfigurationException">The file cannot be read, or a unit in it is wrong; the message names its line.</exception>
    public static Roster ReadFile(string file) => RosterOf(ConfigurationEntry.ReadFile(file));

    /// <exception cref="ConfigurationException">A unit is wrong; the message names its line.</exception>
    public static Roster Read(ReadOnlySpan<byte> json, string file) => RosterOf(ConfigurationEntry.Parse(json.ToArray(), file));

    private static Roster RosterOf(ConfigurationEntry file)
    {
        var units = new Dictionary<UnitPath, Unit>();
        var tiles = new Dictionary<(UnitPath Parent, Tile Tile), Unit>();
        // Most windows of a province open alike.
        var openings = new Dictionary<string, Opening?>(StringComparer.Ordinal);
        foreach (var (position, entry) in file.List("units").Index())
        {
            var draft = entry.ReadAllowingOthers<UnitDraft>();
            var where = entry.Mistake($"unit {position + 1} ('{draft.Path}')").Message;
            var unit = UnitOf(draft, where, openings);
            if (!units.TryAdd(unit.Path, unit)) throw new ConfigurationException($"{where}: the path is given twice.");
            if (unit.Path.Kind != UnitKind.Province && !units.ContainsKey(unit.Path.Parent))
                throw new ConfigurationException($"{where}: its parent {unit.Path.Parent} must stand before it.");
            if (unit.Tile is { } tile && tile != Tile.Apart && !tiles.TryAdd((unit.Path.Parent, tile), unit))
                throw new ConfigurationException($"{where}: it stands on the tile of {tiles[(unit.Path.Parent, tile)].Path}; give it another.");
        }

        return new Roster([.. units.Values]);
    }

    private static Unit UnitOf(UnitDraft draft, string where, Dictionary<string, Opening?> openings)
    {
        if (!UnitPath.TryParse(draft.Path, out var path, out var fault)) throw new ConfigurationException($"{where}: {fault}");
        if (path.IsLine) throw new ConfigurationException($"{where}: a line follows from its departments and is not registered.");
        if (draft.Name is not { Zh.Length: > 0, En.Length: > 0 }) throw new ConfigurationException($"{where}: \"name\" needs \"zh\" and \"en\".");
        if (HasControl(draft.Name) || HasControl(draft.Short)) throw new ConfigurationException($"{where}: a name holds a control character, which no screen can show; remove it.");
        var level = draft.Level ?? (path.Kind == UnitKind.Province ? "province" : "county");
        if (!Levels.Contains(level)) throw new ConfigurationException($"{where}: \"level\" is one of {string.Join(", ", Levels)}.");
        return new Unit(path, draft.Name, draft.Short ?? draft.Name, level, draft.PeerGroup, TileOf(draft.Tile, where), draft.Reporting ?? true, OpeningOf(draft.Opening, where, openings));
    }

    private static Opening? OpeningOf(JsonElement? json, string where, Dictionary<string, Opening?> openings)
    {
        var text = json?.GetRawText() ?? "";
        if (!openings.TryGetValue(text, out var opening)) openings[text] = opening = OpeningReader.Read(json, where);
        return opening;
    }

    private static bool HasControl(Wording? name) => name is not null && (name.Zh.Any(char.IsControl) || name.En.Any(char.IsControl));

    private static Tile? TileOf(JsonElement? tile, string where)
    {
        if (tile is not { ValueKind: not JsonValueKind.Null } place) return null;
        if (place.ValueKind == JsonValueKind.String && place.ValueEquals("apart")) return Tile.Apart;
        var numbers = place.ValueKind == JsonValueKind.Array ? place.EnumerateArray().Select(WholeNumber).ToArray() : [];
        if (numbers is not [>= 1, >= 1 and <= Tile.MostColumns])
            throw new ConfigurationException($"{where}: \"tile\" is [row, column] from 1, with at most {Tile.MostColumns} columns, or \"apart\".");
        return new Tile(numbers[0], numbers[1]);
    }

    private static int WholeNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : 0;

    private sealed record UnitDraft(
        string? Path,
        Wording? Name,
        Wording? Short,
        string? Level,
        string? PeerGroup,
        JsonElement? Tile,
        bool? Reporting,
        JsonElement? Opening);
}
