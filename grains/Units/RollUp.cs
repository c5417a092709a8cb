using System.Collections.Immutable;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Journal;

namespace OpsBoard.Units;

/// <summary>
/// The newest contribution of each child, and their sum. A contribution that comes late, or twice, changes nothing. Children whose
/// cell is of an earlier day than the board's count nothing yet, and keep their gauges.
/// </summary>
public sealed class RollUp
{
    // Older than anything that a child says.
    private const long UnheardMs = 0;

    private readonly UnitPath _unit;
    private readonly Roster _roster;
    private readonly Dictionary<UnitPath, Contribution> _newest = [];
    private long _revision;

    public RollUp(UnitPath unit, Roster roster, BusinessDay day)
    {
        (_unit, _roster, Day) = (unit, roster, day);
        Enroll();
    }

    public BusinessDay Day { get; private set; }

    public long Version => _newest.Values.Sum(static child => child.Cell.Version);

    /// <returns>False when it is not newer than the one held.</returns>
    public bool Accept(Contribution contribution)
    {
        if (!contribution.IsNewerThan(_newest.GetValueOrDefault(contribution.Unit))) return false;
        _newest[contribution.Unit] = contribution;
        AdvanceTo(contribution.Cell.Day);
        return true;
    }

    /// <returns>False when the day is not later than the board's.</returns>
    public bool AdvanceTo(BusinessDay day)
    {
        if (day <= Day) return false;
        Day = day;
        return true;
    }

    /// <summary>Enrols the children anew when the roster was replaced. Those that have spoken stay, registered or not.</summary>
    /// <returns>False when the roster is the same.</returns>
    public bool FollowRoster()
    {
        if (_roster.Revision == _revision) return false;
        foreach (var unheard in _newest.Values.Where(static child => child.AtMs == UnheardMs).ToList()) _newest.Remove(unheard.Unit);
        Enroll();
        return true;
    }

    /// <summary>Takes the children's figures from the journal, without waiting for any child.</summary>
    public void Load(IEnumerable<WindowRecord> windows, long atMs)
    {
        foreach (var child in windows.ToLookup(window => window.Window.ChildOf(_unit)))
        {
            var sum = child.Select(window => WindowBoard.ContributionOf(window, Day, atMs)).Aggregate(static (left, right) => Add(left, right));
            Accept(sum with { Cell = sum.Cell with { Unit = child.Key }, Windows = WindowsOf(child.Key, child.Select(static window => window.Window)) });
        }
    }

    /// <summary>The children of which the journal holds a later version than this board, with that version.</summary>
    public IEnumerable<WindowVersion> Behind(IEnumerable<WindowVersion> windows) => windows
        .GroupBy(window => window.Window.ChildOf(_unit))
        .Select(static child => new WindowVersion(child.Key, child.Sum(static window => window.Version)))
        .Where(child => child.Version > (_newest.GetValueOrDefault(child.Window)?.Cell.Version ?? 0));

    /// <summary>The sum, as this unit's own contribution.</summary>
    public Contribution Total(long atMs) => new(
        new Cell(_unit, Day, Version, Today().Aggregate(Tally.Zero, static (sum, child) => sum + child.Cell.Tally)),
        atMs,
        _newest.Values.Aggregate(default(Gauges), static (sum, child) => sum + child.Gauges),
        _newest.Values.Max(static child => child.LastEventMs),
        _newest.Values.Sum(static child => child.Windows));

    public BoardState Board(long atMs) => new(Total(atMs), [.. _roster.InOrder(_newest.Values.Select(AsOfToday), static child => child.Unit)]);

    private static Contribution Add(Contribution left, Contribution right) => new(
        left.Cell with { Version = left.Cell.Version + right.Cell.Version, Tally = left.Cell.Tally + right.Cell.Tally },
        Math.Max(left.AtMs, right.AtMs),
        left.Gauges + right.Gauges,
        right.LastEventMs > left.LastEventMs || left.LastEventMs is null ? right.LastEventMs : left.LastEventMs,
        left.Windows + right.Windows);

    private void Enroll()
    {
        _revision = _roster.Revision;
        foreach (var child in _roster.ChildrenOf(_unit)) _newest.TryAdd(child.Path, Silence(child.Path));
    }

    private IEnumerable<Contribution> Today() => _newest.Values.Where(child => child.Cell.Day == Day);

    private Contribution AsOfToday(Contribution child) =>
        child.Cell.Day == Day ? child : child with { Cell = child.Cell with { Day = Day, Tally = Tally.Zero } };

    private Contribution Silence(UnitPath child) =>
        new(new Cell(child, Day, 0, Tally.Zero), UnheardMs, default, null, WindowsOf(child, []));

    private int WindowsOf(UnitPath child, IEnumerable<UnitPath> reported) =>
        child.Kind == UnitKind.Window ? 1 : _roster.WindowsOf(child).Select(static unit => unit.Path).Union(reported).Count();
}
