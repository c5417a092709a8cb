using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpsBoard.Units;

/// <summary>
/// Reads <c>units.json</c>: <c>{"version":1,"units":[{"path","name":{"zh","en"},"short"?,"level"?,"peerGroup"?,"tile"?:[row,column]|"apart","reporting"?,"opening"?}]}</c>; <see cref="OpeningReader"/> has the form of <c>opening</c>.
/// Other members are left alone, so a newer file opens in an older program.
/// </summary>
public static class RosterReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <exception cref="RosterException">The file cannot be read, or a unit in it is wrong; the message names both.</exception>
    public static Roster ReadFile(string file)
    {
        try
        {
            return Read(File.ReadAllBytes(file), file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RosterException($"The roster {file} cannot be read: {fault.Message}", fault);
        }
    }

    /// <exception cref="RosterException">A unit is wrong; the message names it.</exception>
    public static Roster Read(ReadOnlySpan<byte> json, string file)
    {
        try
        {
            var draft = JsonSerializer.Deserialize<Draft>(json, Options);
            return Checked(draft?.Units ?? throw new RosterException($"{file}: there is no member \"units\"."), file);
        }
        catch (JsonException fault)
        {
            throw new RosterException($"{file}, line {fault.LineNumber + 1}: {fault.Message}", fault);
        }
    }

    private static Roster Checked(List<UnitDraft> drafts, string file)
    {
        var units = new Dictionary<UnitPath, Unit>();
        foreach (var (position, draft) in drafts.Index())
        {
            var where = $"{file}, unit {position + 1} ('{draft.Path}')";
            var unit = UnitOf(draft, where);
            if (!units.TryAdd(unit.Path, unit)) throw new RosterException($"{where}: the path is given twice.");
            if (unit.Path.Kind != UnitKind.Province && !units.ContainsKey(unit.Path.Parent))
                throw new RosterException($"{where}: its parent {unit.Path.Parent} must stand before it.");
        }

        RefuseSharedTiles(units.Values, file);
        return new Roster([.. units.Values]);
    }

    private static Unit UnitOf(UnitDraft draft, string where)
    {
        if (!UnitPath.TryParse(draft.Path, out var path, out var fault)) throw new RosterException($"{where}: {fault}");
        if (path.IsLine) throw new RosterException($"{where}: a line follows from its departments and is not registered.");
        if (draft.Name is not { Zh.Length: > 0, En.Length: > 0 }) throw new RosterException($"{where}: \"name\" needs \"zh\" and \"en\".");
        var level = draft.Level ?? (path.Kind == UnitKind.Province ? "province" : "county");
        return new Unit(path, draft.Name, draft.Short ?? draft.Name, level, draft.PeerGroup, TileOf(draft.Tile, where), draft.Reporting ?? true, OpeningReader.Read(draft.Opening, where));
    }

    private static Tile? TileOf(JsonElement? tile, string where)
    {
        if (tile is not { ValueKind: not JsonValueKind.Null } place) return null;
        if (place.ValueKind == JsonValueKind.String && place.ValueEquals("apart")) return Tile.Apart;
        var numbers = place.ValueKind == JsonValueKind.Array ? place.Deserialize<int[]>() : null;
        if (numbers is not [>= 1, >= 1 and <= Tile.MostColumns])
            throw new RosterException($"{where}: \"tile\" is [row, column] from 1, with at most {Tile.MostColumns} columns, or \"apart\".");
        return new Tile(numbers[0], numbers[1]);
    }

    private static void RefuseSharedTiles(IEnumerable<Unit> units, string file)
    {
        var shared = units
            .Where(static unit => unit.Tile is { } tile && tile != Tile.Apart)
            .GroupBy(static unit => (unit.Path.Parent, unit.Tile))
            .FirstOrDefault(static group => group.Count() > 1);
        if (shared is null) return;
        throw new RosterException($"{file}: {string.Join(" and ", shared.Select(static unit => unit.Path))} stand on one tile.");
    }

    private sealed record Draft(List<UnitDraft>? Units);

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
