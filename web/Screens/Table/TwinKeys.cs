using System.Globalization;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Table;

/// <summary>How the keys of a frame are set out in tables: each of them stands in one, also those that nobody has a word for yet.</summary>
/// <param name="Own">The scope's figures.</param>
/// <param name="OfChildren">The figures of the children, a column each.</param>
/// <param name="Lists">The narrowest first, so that they stand side by side.</param>
/// <param name="Others">What is neither, as unit and figure.</param>
internal sealed record TwinKeys(
    IReadOnlyList<string> Own,
    IReadOnlyList<string> OfChildren,
    IReadOnlyList<TwinList> Lists,
    IReadOnlyList<(UnitPath Unit, string Figure)> Others)
{
    public static TwinKeys Of(UnitPath scope, IReadOnlyCollection<UnitPath> children, IEnumerable<string> keys)
    {
        var all = keys.Select(Split).OrderBy(static key => key.Figure, StringComparer.Ordinal).ToList();
        var own = all.Where(key => key.Unit == scope).Select(static key => key.Figure).ToList();
        var among = children.ToHashSet();
        var numbered = own.Select(Number).OfType<(string Name, int Row, string Column)>().ToList();
        return new TwinKeys(
            [.. Figures.All.Intersect(own, StringComparer.Ordinal)],
            InOrder(all.Where(key => among.Contains(key.Unit)).Select(static key => key.Figure)),
            [.. numbered.GroupBy(static key => key.Name, StringComparer.Ordinal).Select(ListOf).OrderBy(static list => list.Columns.Count)],
            [.. all.Where(key => !among.Contains(key.Unit) && !(key.Unit == scope && (Figures.All.Contains(key.Figure, StringComparer.Ordinal) || Number(key.Figure) is not null)))]);
    }

    private static (UnitPath Unit, string Figure) Split(string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        return (UnitPath.Parse(key[..dot]), key[(dot + 1)..]);
    }

    private static (string Name, int Row, string Column)? Number(string figure)
    {
        var dot = figure.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return null;
        var name = figure[..dot].TrimEnd("0123456789".ToCharArray());
        return name.Length > 0 && int.TryParse(figure[name.Length..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? (name, row, figure[(dot + 1)..])
            : null;
    }

    private static TwinList ListOf(IGrouping<string, (string Name, int Row, string Column)> keys) => new(
        keys.Key,
        [.. keys.Select(static key => key.Row).Distinct().Order()],
        InOrder(keys.Select(static key => key.Column)));

    /// <summary>Columns of the lists that are no figures, as one reads them.</summary>
    private static readonly string[] ListColumns =
        ["value", "parts", "target", "gap", "unit1", "share1", "unit2", "share2", "unit3", "share3", "lead", "due", "late", "toContact", "inHand", "open", "paused", "offline", "silent"];

    /// <summary>Names first, then figures in the order of all screens, then what lists have of their own, then what is not known.</summary>
    private static IReadOnlyList<string> InOrder(IEnumerable<string> columns)
    {
        var order = Figures.All.Prepend("name").Concat(ListColumns).Select(static (figure, i) => KeyValuePair.Create(figure, i)).ToDictionary(StringComparer.Ordinal);
        return [.. columns.Distinct(StringComparer.Ordinal).OrderBy(column => order.GetValueOrDefault(column, int.MaxValue)).ThenBy(static column => column, StringComparer.Ordinal)];
    }
}
