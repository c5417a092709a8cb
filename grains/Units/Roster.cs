using System.Collections.Concurrent;
using System.Collections.Immutable;
using OpsBoard.Counting;

namespace OpsBoard.Units;

/// <summary>
/// The registered units, in the order of their file. A unit's parent always stands before it. When the file changes, the units are
/// replaced all at once, and everybody who holds the roster sees the new ones.
/// </summary>
public sealed class Roster
{
    private volatile Content _content;

    internal Roster(ImmutableArray<Unit> units) => _content = new Content(units, Revision: 0);

    /// <summary>A roster of its own each time, as it may be replaced later.</summary>
    public static Roster Empty => new([]);

    /// <summary>Rises whenever the units are replaced.</summary>
    public long Revision => _content.Revision;

    public ImmutableArray<Unit> All => _content.Units;

    public IEnumerable<Unit> Provinces => All.Where(static unit => unit.Path.Kind == UnitKind.Province);

    public Unit? Find(UnitPath path) => _content.ByPath.GetValueOrDefault(path);

    public bool Knows(UnitPath path) => _content.ByPath.ContainsKey(path);

    /// <summary>The registered children in roster order; a line's are the departments of its name.</summary>
    public IEnumerable<Unit> ChildrenOf(UnitPath scope) => scope.IsLine
        ? All.Where(unit => unit.Path.Kind == UnitKind.Department && unit.Path.Line == scope)
        : _content.Children[scope];

    /// <summary>The registered windows at or beneath the scope.</summary>
    public IEnumerable<Unit> WindowsOf(UnitPath scope) =>
        Find(scope) is { Path.Kind: UnitKind.Window } window ? [window] : ChildrenOf(scope).SelectMany(child => WindowsOf(child.Path));

    /// <summary>The unit's names; an unregistered one is called by its own path segment, a line by its first department.</summary>
    public Wording NameOf(UnitPath path) => Known(path)?.Name ?? new Wording(path.Name, path.Name);

    public Wording ShortNameOf(UnitPath path) => Known(path)?.ShortName ?? new Wording(path.Name, path.Name);

    /// <summary>The calendar of the unit or of the nearest unit above that has one; null: always due.</summary>
    public Opening? OpeningOf(UnitPath path) => _content.DutyOf(path).Opening;

    /// <summary>False where the unit, or one above it, is marked as owing no figures.</summary>
    public bool OwesFigures(UnitPath path) => _content.DutyOf(path).OwesFigures;

    /// <summary>
    /// What the unit by itself is in four-level coverage (四级覆盖): a registered county, or a department or window whose level is
    /// township or village; nothing when it owes no figures.
    /// </summary>
    public Coverage CoverageOf(UnitPath path) => (path.Kind, OwesFigures(path) ? Find(path)?.Level : null) switch
    {
        (_, null) => default,
        (UnitKind.County, _) => new Coverage(1, 0, 0),
        (UnitKind.Department or UnitKind.Window, "township") => new Coverage(0, 1, 0),
        (UnitKind.Department or UnitKind.Window, "village") => new Coverage(0, 0, 1),
        _ => default,
    };

    /// <summary>How many units of each level are registered at or beneath the scope and owe figures.</summary>
    public Coverage Registered(UnitPath scope) => _content.Registered.GetOrAdd(scope, top => All
        .Where(unit => top.Contains(unit.Path))
        .Aggregate(default(Coverage), (sum, unit) => sum + CoverageOf(unit.Path)));

    /// <summary>Registered units in roster order, then the others by path.</summary>
    public IOrderedEnumerable<T> InOrder<T>(IEnumerable<T> things, Func<T, UnitPath> path)
    {
        var positions = _content.Positions;
        return things.OrderBy(thing => positions.GetValueOrDefault(path(thing), int.MaxValue)).ThenBy(path, UnitPath.InOrder);
    }

    /// <summary>Takes the units of the other roster in place of its own.</summary>
    public void Replace(Roster other) => _content = new Content(other.All, Revision + 1);

    private Unit? Known(UnitPath path) => path.IsLine ? ChildrenOf(path).FirstOrDefault() : Find(path);

    private sealed record Content(ImmutableArray<Unit> Units, long Revision)
    {
        public Dictionary<UnitPath, Unit> ByPath { get; } = Units.ToDictionary(static unit => unit.Path);

        public Dictionary<UnitPath, int> Positions { get; } =
            Units.Select(static (unit, position) => (unit.Path, position)).ToDictionary(static pair => pair.Path, static pair => pair.position);

        // Every frame asks for every child, and looking through all units each time would show.
        public ConcurrentDictionary<UnitPath, Coverage> Registered { get; } = new();

        public ILookup<UnitPath, Unit> Children { get; } =
            Units.Where(static unit => unit.Path.Kind != UnitKind.Province).ToLookup(static unit => unit.Path.Parent);

        // Every word of every window asks, and each step upwards would make the text of a path.
        private readonly ConcurrentDictionary<UnitPath, Duty> _duties = new();

        public Duty DutyOf(UnitPath path) => _duties.GetOrAdd(path, static (unit, content) => content.FindDutyOf(unit), this);

        private Duty FindDutyOf(UnitPath path)
        {
            var above = path.Kind == UnitKind.Province ? new Duty(OwesFigures: true, Opening: null) : DutyOf(path.Parent);
            var own = ByPath.GetValueOrDefault(path);
            return new Duty(above.OwesFigures && own?.Reporting != false, own?.Opening ?? above.Opening);
        }
    }

    private readonly record struct Duty(bool OwesFigures, Opening? Opening);
}
