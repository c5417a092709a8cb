using System.Collections.Immutable;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Planting;

namespace OpsBoard.Units;

/// <summary>
/// The newest contribution of each child, and their sum. A contribution that comes late, or twice, changes nothing. Children whose
/// cell is of an earlier day than the board's count nothing and report nothing yet, and keep their other gauges. For registered
/// children that never spoke, whose grains nobody woke, it speaks itself.
/// </summary>
public sealed class RollUp
{
    // Older than anything that a child says.
    private const long OnBehalfMs = 0;

    private readonly UnitPath _unit;
    private readonly Attendance _attendance;
    private readonly Dictionary<UnitPath, Contribution> _newest = [];
    private readonly TallyBuilder _sum = new();
    private long _revision;

    public RollUp(UnitPath unit, Attendance attendance, BusinessDay day, long atMs)
    {
        (_unit, _attendance, Day) = (unit, attendance, day);
        Enroll(atMs);
    }

    public BusinessDay Day { get; private set; }

    public long Version => _newest.Values.Sum(static child => child.Cell.Version);

    /// <summary>Whether the total, which follows each child by the difference, is what its children sum up to. It is.</summary>
    public bool IsSumOfItsChildren => _sum.ToTally() == _newest.Values.Where(child => child.Cell.Day == Day).Aggregate(Tally.Zero, static (sum, child) => sum + child.Cell.Tally);

    private Roster Roster => _attendance.Roster;

    /// <returns>False when it is not newer than the one held.</returns>
    public bool Accept(Contribution contribution)
    {
        var held = _newest.GetValueOrDefault(contribution.Unit);
        if (!contribution.IsNewerThan(held)) return false;
        if (Planted.Has(Bug.AdditiveDeltas) && held is not null) contribution = contribution with { Cell = contribution.Cell with { Tally = held.Cell.Tally + contribution.Cell.Tally } };
        AdvanceTo(contribution.Cell.Day);
        Put(contribution);
        return true;
    }

    /// <returns>False when the day is not later than the board's.</returns>
    public bool AdvanceTo(BusinessDay day)
    {
        if (day <= Day) return false;
        Day = day;
        _sum.Clear();
        foreach (var child in _newest.Values.Where(child => child.Cell.Day == day)) _sum.Add(child.Cell.Tally);
        return true;
    }

    /// <summary>Sees to what time alone does to children that never spoke: their windows become due, silent, and closed again.</summary>
    /// <returns>False when nothing moved.</returns>
    public bool Watch(long atMs)
    {
        var moved = _newest.Values
            .Where(child => child.AtMs == OnBehalfMs && child.NextMs <= atMs)
            .Select(child => (Then: child, Now: OnBehalfOf(child.Unit, atMs)))
            .ToList();
        foreach (var (_, now) in moved) Put(now);
        return moved.Exists(static child => child.Now.Gauges != child.Then.Gauges);
    }

    /// <summary>The children that have spoken.</summary>
    public IEnumerable<Contribution> Spoken => _newest.Values.Where(static child => child.AtMs != OnBehalfMs);

    /// <summary>The children that have spoken, and what they said holds no longer: time alone may have moved it.</summary>
    public IEnumerable<Contribution> Overtaken(long atMs) => Spoken.Where(child => child.NextMs <= atMs);

    /// <summary>Enrols the children anew when the roster was replaced. Those that have spoken stay, registered or not.</summary>
    /// <returns>False when the roster is the same.</returns>
    public bool FollowRoster(long atMs)
    {
        if (Roster.Revision == _revision) return false;
        foreach (var unheard in _newest.Values.Where(static child => child.AtMs == OnBehalfMs).ToList()) Remove(unheard.Unit);
        Enroll(atMs);
        return true;
    }

    /// <summary>Takes the children's figures from the journal, without waiting for any child.</summary>
    /// <param name="windows">All windows beneath each child of which any is given.</param>
    /// <returns>False when none is newer than what is held.</returns>
    public bool Load(IEnumerable<WindowRecord> windows, long atMs)
    {
        // A child that speaks for the first time in the same millisecond, perhaps after a new roster, must not be taken for a repetition of what is made here.
        var isNewer = false;
        foreach (var child in windows.ToLookup(window => window.Window.ChildOf(_unit))) isNewer |= Accept(SumOf(child.Key, [.. child], atMs) with { AtMs = atMs - 1 });
        return isNewer;
    }

    /// <summary>The children of which the journal holds a later version than this board, with that version.</summary>
    public IEnumerable<WindowVersion> Behind(IEnumerable<WindowVersion> windows) => windows
        .GroupBy(window => window.Window.ChildOf(_unit))
        .Select(static child => new WindowVersion(child.Key, child.Sum(static window => window.Version)))
        .Where(child => child.Version > (_newest.GetValueOrDefault(child.Window)?.Cell.Version ?? 0));

    /// <summary>
    /// The children that stand at the version and day of the journal and yet hold another tally than it. There are none: a version comes
    /// from the journal with the figures that it names, and the board's total is summed from the children whenever it is told.
    /// </summary>
    public IEnumerable<UnitPath> NotAsIn(IEnumerable<WindowRecord> windows) => windows
        .GroupBy(window => window.Window.ChildOf(_unit))
        .Where(child => _newest.TryGetValue(child.Key, out var held)
            && held.Cell.Day == Day
            && held.Cell.Version == child.Sum(static window => window.Version)
            && held.Cell.Tally != child.Aggregate(Tally.Zero, static (sum, window) => sum + window.Tally))
        .Select(static child => child.Key);

    /// <summary>The sum, as this unit's own contribution. In coverage the unit itself is added to its children, once, when any of them reports.</summary>
    public Contribution Total(long atMs)
    {
        var children = _newest.Values.Select(AsOfToday).ToList();
        var itself = children.Exists(static child => child.ReportedOnItsDay) ? Roster.CoverageOf(_unit) : default;
        return Sum(_unit, children, _sum.ToTally(), atMs, itself + children.Aggregate(default(Coverage), static (sum, child) => sum + child.Gauges.Reporting));
    }

    public BoardState Board(long atMs) => BoardOf(Total(atMs));

    /// <summary>The total with the children that it was made of.</summary>
    public BoardState BoardOf(Contribution total) => new(total, [.. Roster.InOrder(_newest.Values.Select(AsOfToday), static child => child.Unit)]);

    private Contribution AsOfToday(Contribution child) => child.Cell.Day == Day ? child : child with
    {
        Cell = child.Cell with { Day = Day, Tally = Tally.Zero },
        Gauges = child.Gauges with { Reporting = default },
    };

    private Contribution OnBehalfOf(UnitPath child, long atMs) => SumOf(child, [], atMs) with { AtMs = OnBehalfMs };

    private static long? NextOf(List<Contribution> parts) => parts.Aggregate((long?)null, static (next, part) => Instants.Earliest(next, part.NextMs));

    /// <summary>A child's figures, made from the windows beneath it: those of the journal, and the registered ones that it never heard of.</summary>
    private Contribution SumOf(UnitPath child, IReadOnlyCollection<WindowRecord> heard, long atMs)
    {
        var unheard = Roster.WindowsOf(child).Select(static unit => unit.Path).Except(heard.Select(static window => window.Window));
        var windows = heard.Concat(unheard.Select(WindowRecord.Unheard)).Select(window => WindowBoard.ContributionOf(window, Day, atMs, _attendance)).ToList();
        return Sum(child, windows, windows.Aggregate(Tally.Zero, static (sum, window) => sum + window.Cell.Tally), atMs, _attendance.ReportingOf(windows, child));
    }

    private Contribution Sum(UnitPath unit, List<Contribution> parts, Tally tally, long atMs, Coverage reporting) => new(
        new Cell(unit, Day, parts.Sum(static part => part.Cell.Version), tally),
        atMs,
        GaugesOf(unit, parts, atMs) with { Reporting = reporting },
        parts.Max(static part => part.LastEventMs),
        parts.Sum(static part => part.Windows),
        parts is [] ? _attendance.NextDutyMs(unit, atMs) : NextOf(parts));

    // A unit without any window is due by itself: otherwise it would seem closed.
    private Gauges GaugesOf(UnitPath unit, List<Contribution> parts, long atMs) => parts is []
        ? new Gauges { DueSinceMs = _attendance.DueSince(unit, atMs) }
        : parts.Aggregate(default(Gauges), static (sum, part) => sum + part.Gauges);

    private void Enroll(long atMs)
    {
        _revision = Roster.Revision;
        foreach (var child in Roster.ChildrenOf(_unit).Where(child => !_newest.ContainsKey(child.Path))) Put(OnBehalfOf(child.Path, atMs));
    }

    private void Put(Contribution child)
    {
        Remove(child.Unit);
        _newest[child.Unit] = child;
        if (child.Cell.Day == Day) _sum.Add(child.Cell.Tally);
    }

    private void Remove(UnitPath child)
    {
        if (_newest.Remove(child, out var former) && former.Cell.Day == Day) _sum.Subtract(former.Cell.Tally);
    }
}
