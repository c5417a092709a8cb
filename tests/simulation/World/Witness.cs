using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Embedded;
using OpsBoard.Units;

namespace OpsBoard.Simulation;

/// <summary>
/// Hears every number that any unit says, and holds it against the truth of exactly the versions that it was made of: at any moment,
/// not only at rest. To know them it remembers, for every sum, which versions of which windows are in it.
/// </summary>
internal sealed class Witness(World world)
{
    private readonly Dictionary<Contribution, long[]> _made = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(UnitPath Unit, long Version, long AtMs), List<long[]>> _said = [];

    private Truth Truth => world.Truth;

    /// <summary>How many numbers were held against the truth.</summary>
    public long Checked { get; private set; }

    /// <summary>A unit contributes to its parent.</summary>
    public void Said(Activation by, Contribution contribution)
    {
        if (by.Node.Kind == UnitKind.Window) CheckWindow(by, contribution);
        else if (!_made.ContainsKey(contribution)) world.Violate($"{by.Address.Key} contributes what it never showed: {Text(contribution)}");
    }

    /// <summary>A unit above windows shows a board.</summary>
    public void Shown(Activation by, BoardState board)
    {
        Rises(by, board.Own);
        var versions = new long[Truth.Windows.Count];
        foreach (var child in board.Children)
        {
            // A registered window of which nothing was heard.
            if (child.Cell.Version == 0) continue;
            if (by.Node.Kind == UnitKind.Department) versions[PlaceOf(by, child)] = Known(by, child);
            else Merge(versions, Parts(by, child));
        }

        Check(by, board, versions);
        _made[board.Own] = versions;
        var key = (board.Unit, board.Version, board.Own.AtMs);
        if (!_said.TryGetValue(key, out var said)) _said[key] = said = new List<long[]>(1);
        said.Add(versions);
    }

    /// <summary>A wall shows a window's own board.</summary>
    public void ShownByWindow(Activation by, BoardState board) => CheckWindow(by, board.Own);

    private void CheckWindow(Activation by, Contribution own)
    {
        Rises(by, own);
        var place = Truth.PlaceOf(own.Unit);
        if (own.Cell.Version > Truth.Versions[place]) world.Violate($"{own.Unit} says version {own.Cell.Version}, and its row has {Truth.Versions[place]}.");
        Compare(by, own, Truth.Count(place, own.Cell.Version, own.Cell.Day));
    }

    private void Rises(Activation by, Contribution own)
    {
        if (own.Cell.Version < by.SaidVersion) world.Violate($"{by.Address.Key} said version {by.SaidVersion}, and then {own.Cell.Version}.");
        by.SaidVersion = own.Cell.Version;
    }

    private void Check(Activation by, BoardState board, long[] versions)
    {
        var (sum, version) = (Tally.Zero, 0L);
        for (var place = 0; place < versions.Length; place++)
        {
            if (versions[place] == 0) continue;
            version += versions[place];
            sum += Truth.Count(place, versions[place], board.Day);
        }

        if (version != board.Version) world.Violate($"{by.Address.Key} is called version {board.Version}, and is made of [{string.Join(' ', versions)}].");
        Compare(by, board.Own, sum);
    }

    private void Compare(Activation by, Contribution said, Tally truth)
    {
        Checked++;
        if (said.Cell.Tally != truth) world.Violate($"{by.Address.Key} says {Text(said)}, and the events of these versions say {Text(truth)}.");
    }

    private int PlaceOf(Activation by, Contribution child)
    {
        if (by.Node.Unit.Contains(child.Unit)) return Truth.PlaceOf(child.Unit);
        world.Violate($"{by.Address.Key} has a child {child.Unit} that is not its own.");
        return 0;
    }

    private long Known(Activation by, Contribution child)
    {
        if (child.Cell.Version > Truth.Versions[PlaceOf(by, child)]) world.Violate($"{by.Address.Key} holds version {child.Cell.Version} of {child.Unit}, and its row has {Truth.Versions[PlaceOf(by, child)]}.");
        return child.Cell.Version;
    }

    // What the child said, or what the unit itself had read of it from the journal.
    private long[] Parts(Activation by, Contribution child)
    {
        if (_made.TryGetValue(child, out var made)) return made;
        for (var i = by.Loads.Count - 1; i >= 0; i--)
        {
            var (parts, sum) = (new long[Truth.Windows.Count], 0L);
            foreach (var window in by.Loads[i])
            {
                if (!child.Unit.Contains(window.Window)) continue;
                parts[Truth.PlaceOf(window.Window)] = window.Version;
                sum += window.Version;
            }

            if (sum == child.Cell.Version) return parts;
        }

        if (_said.TryGetValue((child.Unit, child.Cell.Version, child.AtMs), out var said)) return said[^1];
        world.Violate($"{by.Address.Key} holds of {child.Unit} what it never said: {Text(child)}");
        return [];
    }

    private static void Merge(long[] versions, long[] parts)
    {
        for (var i = 0; i < parts.Length; i++) versions[i] += parts[i];
    }

    private static string Text(Contribution said) => $"version {said.Cell.Version} of {said.Cell.Day}: {Text(said.Cell.Tally)}";

    private static string Text(Tally tally) =>
        $"[{string.Join(", ", Counters.All.Where(counter => tally[counter] != 0).Select(counter => $"{counter} {tally[counter]}"))}; {tally.Waits.Count} waits, {tally.Handling.Count} services, {tally.Trend.Slices.Sum} in the trend]";
}
