using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Simulation;

/// <summary>Takes batches to the writer, several in one commit, and answers after it. It may die before the commit, or between commit and answer.</summary>
internal sealed class Intake(World world)
{
    private readonly List<(List<ServiceEvent> Batch, Action Answer)> _waiting = [];
    private int _life;

    public long Accepted { get; private set; }

    public void Receive(List<ServiceEvent> batch, Action answer)
    {
        _waiting.Add((batch, answer));
        var life = _life;
        if (_waiting.Count == 1) world.Schedule.After(world.Dice.Below(6), () => Commit(life));
    }

    /// <summary>The process dies: what waited is neither stored nor answered.</summary>
    public void Crash()
    {
        _life++;
        _waiting.Clear();
        world.Store.Restart();
    }

    private void Commit(int life)
    {
        if (life != _life) return;
        world.Steps++;
        Store([.. _waiting.SelectMany(static waiting => waiting.Batch)], world.IntakeClock.GetUtcNow().ToUnixTimeMilliseconds());
        if (!world.Dice.Chance(world.Faults.Loss)) _waiting.ForEach(static waiting => waiting.Answer());
        _waiting.Clear();
    }

    public void Store(List<ServiceEvent> events, long nowMs)
    {
        var held = events.Select(static fact => fact.Window).Distinct().ToDictionary(static window => window, window => Records(window, nowMs));
        var verdicts = world.Store.Commit(events, nowMs);
        var (truth, before) = (world.Truth, (long[])world.Truth.Versions.Clone());
        foreach (var window in world.Store.Journal.ReadVersions(null).Result) truth.Versions[truth.PlaceOf(window.Window)] = window.Version;
        var touched = new bool[before.Length];
        for (var i = 0; i < events.Count; i++)
        {
            if (verdicts[i] != Verdict.Accepted) continue;
            Accepted++;
            var place = truth.PlaceOf(events[i].Window);
            touched[place] = true;
            truth.Add(events[i], truth.Versions[place]);
        }

        for (var place = 0; place < before.Length; place++)
        {
            if (truth.Versions[place] != before[place] + (touched[place] ? 1 : 0)) world.Violate($"{truth.Windows[place]} went from version {before[place]} to {truth.Versions[place]} with{(touched[place] ? "" : "out")} a new event.");
            if (!touched[place]) continue;
            var window = truth.Windows[place];
            world.Network.Follow(world.NodeOf(window.ToString()), Change(held[window], Records(window, nowMs)));
        }
    }

    // Clocks of grains are off by less than a day.
    private List<(BusinessDay Day, WindowRecord Record)> Records(UnitPath window, long nowMs)
    {
        var today = BusinessDay.Of(nowMs);
        return [.. from day in (BusinessDay[])[today.Previous, today, today.Next]
                   select (day, world.Store.Journal.ReadWindows(window, day).Result is [var record] ? record : WindowRecord.Unheard(window))];
    }

    private static WindowChange Change(List<(BusinessDay Day, WindowRecord Record)> before, List<(BusinessDay Day, WindowRecord Record)> after)
    {
        var (then, now) = (before[0].Record, after[0].Record);
        var cells = from day in before.Zip(after) where day.First.Record.Tally != day.Second.Record.Tally select new CellChange(day.Second.Day, day.Second.Record.Tally);
        var waiting = now.Open.Except(then.Open).Select(static open => new OpenChange(open.Kind, open.Id, open));
        var done = then.Open.Where(open => !now.Open.Any(other => other.Kind == open.Kind && other.Id == open.Id)).Select(static open => new OpenChange(open.Kind, open.Id, null));
        return new WindowChange(now.Window, now.Version, now.LastEventMs, [.. cells], [.. waiting, .. done], IsWhole: now.Items == then.Items);
    }
}
