using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Embedded;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Simulation;

/// <summary>
/// A small province in one thread and in virtual time: sources, writer, the product's grains on two machines, walls. What goes wrong
/// follows from the seed alone, so a seed replays its run.
/// </summary>
internal sealed class World
{
    private const int ActiveMs = 20_000;
    private const int SettleMs = 13_000;
    private const int LongestJumpMs = 3_600_000;

    private static readonly IOptions<UnitPacing> Pacing = Options.Create(new UnitPacing());

    private readonly Dictionary<string, Node> _nodes = new(StringComparer.Ordinal);
    private readonly UnitAlarms _alarms = new();
    private readonly Machine[] _machines;
    private readonly List<Wall> _walls = [];
    private readonly List<Spy> _spies = [];
    private readonly Source[] _sources;
    private bool _clocksWentWrong;

    private World(long seed, Func<CountingTerms, IStore> open)
    {
        Seed = seed;
        Dice = new Dice(seed);
        var scenario = new Scenario(Dice);
        Schedule = new Schedule(scenario.StartMs);
        AheadMs = scenario.AheadMs;
        Faults = Faults.Draw(Dice);
        Store = open(CountingTerms.Default);
        Truth = new Truth(scenario.Windows, CountingTerms.Default);
        Network = new Network(this);
        Witness = new Witness(this);
        Intake = new Intake(this);
        IntakeClock = new SkewedClock(Schedule);
        _machines = [NewMachine(scenario.Attendance), NewMachine(scenario.Attendance)];
        foreach (var unit in scenario.Units) _nodes[unit.ToString()] = new Node(unit);
        _sources = [.. scenario.EventsBySource.Select(events => new Source(this, events))];
        Events = scenario.EventsBySource.Sum(static events => events.Count);
        Intake.Store(scenario.LongAgo, scenario.LongAgoMs);
    }

    public long Seed { get; }

    public Dice Dice { get; }

    public Schedule Schedule { get; }

    public Faults Faults { get; }

    public IStore Store { get; }

    public Truth Truth { get; }

    public Network Network { get; }

    public Witness Witness { get; }

    public Intake Intake { get; }

    public SkewedClock IntakeClock { get; }

    /// <summary>By how much the sources' clocks may be ahead.</summary>
    public long AheadMs { get; }

    public long Steps { get; set; }

    public int Events { get; }

    /// <summary>The activation whose turn it is.</summary>
    public Activation? Speaker { get; set; }

    public ViolationException? Violated { get; set; }

    /// <summary>Lives through the seed; throws what it finds broken.</summary>
    /// <exception cref="ViolationException">A promise was broken.</exception>
    public static Outcome Run(long seed, Func<CountingTerms, IStore>? open = null)
    {
        var world = new World(seed, open ?? (static terms => new ModelStore(terms)));
        using (world.Store)
        {
            try
            {
                world.Live();
                world.Heal();
                world.CheckAtRest();
                if (world.Violated is { } violated) throw violated;
            }
            catch (ViolationException violation)
            {
                throw new ViolationException($"Seed {seed}: {violation.Message} ({world.Faults})");
            }
        }

        return new Outcome(world.Steps, world.Witness.Checked, world.Events);
    }

    public Node NodeOf(string key) => _nodes[key];

    public void Violate(string what) => Violated ??= new ViolationException($"at +{Schedule.NowMs % 86_400_000} ms of the day: {what}");

    /// <summary>The activation that a message reaches: nearly always the one that the directory knows.</summary>
    public Activation Route(Node node)
    {
        if (node.Stale.Count > 0 && Dice.Chance(0.3)) return node.Stale[Dice.Below(node.Stale.Count)];
        return node.Current ?? Activate(node);
    }

    /// <summary>The end of an activation's first turn.</summary>
    public void Activated(Activation activation, Task activating)
    {
        if (!activating.IsCompletedSuccessfully)
        {
            activation.End();
            return;
        }

        var spy = new Spy(this, activation);
        _spies.Add(spy);
        spy.OnBoardChanged(((IUnitGrain)activation.GrainInstance!).Subscribe(spy).Result);
    }

    private Machine NewMachine(Attendance attendance)
    {
        var clock = new SkewedClock(Schedule);
        return new Machine(clock, new UnitServices(new WatchedJournal(this), clock, Pacing, attendance, _alarms, NullLoggerFactory.Instance));
    }

    private Activation Activate(Node node)
    {
        var machine = _machines[Dice.Below(2)];
        var activation = new Activation(this, node, machine);
        node.Current = activation;
        machine.Running.Add(activation);
        Steps++;
        activation.Begin(static self => self.Node.Kind switch
        {
            UnitKind.Window => new WindowGrain(self.Machine.Services, NullLogger<WindowGrain>.Instance),
            UnitKind.Department => new DepartmentGrain(self.Machine.Services),
            UnitKind.County => new CountyGrain(self.Machine.Services),
            UnitKind.Line => new LineGrain(self.Machine.Services),
            _ => new ProvinceGrain(self.Machine.Services),
        });
        return activation;
    }

    private void Live()
    {
        foreach (var machine in _machines) SetClock(machine.Clock);
        SetClock(IntakeClock);
        foreach (var source in _sources)
        {
            Schedule.After(Dice.Below(1_000), source.Send);
            // So that little is new when all has healed: what was lost before has to be made good without further events.
            for (var i = 1; i < 4; i++) Schedule.After(ActiveMs - (i * 1_500), source.SendAll);
        }

        foreach (var node in _nodes.Values)
        {
            if (node.Kind == UnitKind.Province || Dice.Chance(0.15)) Watch(node);
        }

        Upset(Faults.Crashes, () => End(Dice.Chance(0.5) ? [.. _machines[Dice.Below(2)].Running] : Some()));
        Upset(Faults.StaleActivations, () => Forget(Some()));
        Upset(Faults.Pauses, () => _machines[Dice.Below(2)].PausedUntilMs = Schedule.NowMs + Dice.Between(200, 8_000));
        Upset(Faults.Jumps, () => SetClock(Dice.Of(_machines[0].Clock, _machines[1].Clock, IntakeClock)));
        Upset(Faults.Restarts, Intake.Crash);
        RunTo(Schedule.NowMs + ActiveMs);
    }

    // Every fault ends, what was not answered is sent once more, and then there is time for two looks at the journal.
    private void Heal()
    {
        Faults.Heal();
        foreach (var machine in _machines) (machine.PausedUntilMs, machine.Clock.SkewMs) = (0, 0);
        IntakeClock.SkewMs = 0;
        foreach (var node in _nodes.Values) End([.. node.Stale]);
        // A unit that was told of tomorrow does not go back to today: after clocks that were wrong by more than a moment all is started anew.
        if (_clocksWentWrong) StartAnew();
        for (var i = 0; i < 3; i++)
        {
            foreach (var source in _sources) source.SendAll();
            RunTo(Schedule.NowMs + 50);
        }

        // Whoever is watched looks harder, so in half of the worlds all of it has to reach the province without that.
        var seesAll = Dice.Chance(0.5);
        foreach (var node in _nodes.Values)
        {
            if (seesAll || node.Kind == UnitKind.Province) Watch(node);
        }

        RunTo(Schedule.NowMs + SettleMs);
    }

    private void StartAnew()
    {
        foreach (var machine in _machines) End([.. machine.Running]);
        foreach (var wall in _walls) wall.IsGone = true;
        _walls.Clear();
    }

    private void CheckAtRest()
    {
        if (!_alarms.Units.IsEmpty) Violate($"Departments raised an alarm over {string.Join(", ", _alarms.Units)}.");
        if (_sources.Any(static source => !source.IsDone)) Violate("A source was not answered although nothing fails any more.");
        foreach (var (window, place) in Truth.Windows.Select(static (window, place) => (window, place))) CheckWindow(window, place);
        var today = BusinessDay.Of(Schedule.NowMs);
        foreach (var wall in _walls) CheckWall(wall, today);
    }

    private void CheckWindow(UnitPath window, int place)
    {
        var (days, _) = Truth.CountAll(place);
        var stored = Store.Days(window).ToDictionary(static day => day.Day, static day => day.Tally);
        foreach (var day in days.Keys.Union(stored.Keys))
        {
            var counted = days.TryGetValue(day, out var cell) ? cell.ToTally() : Tally.Zero;
            if (counted != stored.GetValueOrDefault(day, Tally.Zero)) Violate($"{window} has stored for {day} what its events do not say: {stored.GetValueOrDefault(day)?.Counts[0]} accepted, {counted.Counts[0]} by the events.");
        }

        var written = Ledger.Of(Truth.EventsOf(place));
        foreach (var counter in (ReadOnlySpan<Counter>)[Counter.Issued, Counter.Accepted, Counter.Completed, Counter.Withdrawn])
        {
            foreach (var day in stored.Keys.Select(static day => (long)day.Number).Union(written.Keys.Select(static key => key.Day)))
            {
                var (counted, sent) = (stored.GetValueOrDefault(new BusinessDay((int)day), Tally.Zero)[counter], written.GetValueOrDefault((day, counter)));
                if (counted != sent) Violate($"{window} counts {counted} {counter} on {new BusinessDay((int)day)}, and the ledger {sent}.");
            }
        }
    }

    private void CheckWall(Wall wall, BusinessDay today)
    {
        var (version, truth, open) = (0L, Tally.Zero, new List<OpenSubject>());
        foreach (var (window, place) in Truth.Windows.Select(static (window, place) => (window, place)))
        {
            if (!wall.Node.Unit.Contains(window)) continue;
            version += Truth.Versions[place];
            truth += Truth.Count(place, Truth.Versions[place], today);
            open.AddRange(Truth.CountAll(place).Open);
        }

        if (wall.Shown is not { } shown) Violate($"The wall of {wall.Node.Unit} shows nothing after all has healed.");
        else if ((shown.Day, shown.Version) != (today, version)) Violate($"The wall of {wall.Node.Unit} shows {shown.Day} at version {shown.Version} after all has healed; the journal has {today} at {version}.");
        else if (shown.Own.Cell.Tally != truth) Violate($"The wall of {wall.Node.Unit} shows other counts than its events after all has healed.");
        else if (shown.Own.Gauges.InProgress != open.Count(static subject => subject.Kind == SubjectKind.Case)) Violate($"The wall of {wall.Node.Unit} shows {shown.Own.Gauges.InProgress} cases in progress; there are {open.Count(static subject => subject.Kind == SubjectKind.Case)}.");
        else if (wall.Node.Kind != UnitKind.Window && shown.Children.Aggregate(Tally.Zero, static (sum, child) => sum + child.Cell.Tally) != truth) Violate($"The children of {wall.Node.Unit} do not add up to it.");
    }

    private void RunTo(long endMs)
    {
        Schedule.RunUntil(endMs);
        if (Violated is { } violated) throw violated;
    }

    private void Watch(Node node)
    {
        var wall = new Wall(this, node);
        _walls.Add(wall);
        wall.Watch();
    }

    private void Upset(int times, Action fault)
    {
        for (var i = 0; i < times; i++)
        {
            Schedule.After(Dice.Below(ActiveMs), () =>
            {
                Steps++;
                fault();
            });
        }
    }

    private void SetClock(SkewedClock clock)
    {
        if (Faults.MostSkewMs == 0) return;
        clock.SkewMs = Dice.Between(-Faults.MostSkewMs, Faults.MostSkewMs);
        _clocksWentWrong |= Faults.MostSkewMs >= LongestJumpMs;
    }

    private static void End(Activation[] activations)
    {
        foreach (var activation in activations) activation.End();
    }

    private Activation[] Some()
    {
        var running = _machines[Dice.Below(2)].Running;
        return running.Count == 0 ? [] : [running[Dice.Below(running.Count)]];
    }

    private static void Forget(Activation[] activations)
    {
        foreach (var activation in activations)
        {
            if (activation.Node.Current != activation) continue;
            activation.Node.Current = null;
            activation.Node.Stale.Add(activation);
        }
    }
}
