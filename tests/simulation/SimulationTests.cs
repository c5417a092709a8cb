using OpsBoard.Testing;

namespace OpsBoard.Simulation;

/// <summary>What holds in every world: each event counts once, and every number that any unit says is that of the events of its versions.</summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    [Fact]
    public void In_no_world_does_any_unit_say_a_number_that_its_events_do_not()
    {
        var run = new SeedRun(from: 0, seeds: RunSize.Of(5_000, 1_000_000), jobs: 2).Run(static seed => World.Run(seed));

        output.WriteLine($"seeds {run.From} to {run.From + run.Seeds - 1}: {run.Steps} steps, {run.Events} events, {run.Checked} numbers checked, in {run.Lasted}");
        Evidence.OfLongTest("simulation", "Deterministic simulation", typeof(SimulationTests), run.Lasted, LongRuns.FiguresOf(run));
        Assert.Empty(run.Violations);
    }

    [Fact]
    public void With_the_journal_itself_in_the_place_of_its_model_it_is_the_same()
    {
        var run = new SeedRun(from: 0, seeds: RunSize.Of(40, 5_000)).Run(static seed => World.Run(seed, static terms => new SqliteStore(terms)));

        output.WriteLine($"seeds {run.From} to {run.From + run.Seeds - 1}: {run.Steps} steps, {run.Events} events, {run.Checked} numbers checked, in {run.Lasted}");
        Evidence.OfLongTest("simulation-with-journal", "Deterministic simulation over the journal itself", typeof(SimulationTests), run.Lasted, LongRuns.FiguresOf(run));
        Assert.Empty(run.Violations);
    }

    [Fact]
    public void A_seed_lives_the_same_run_each_time()
    {
        var first = new SeedRun(from: 500, seeds: 200).Run(static seed => World.Run(seed));

        var again = new SeedRun(from: 500, seeds: 200).Run(static seed => World.Run(seed));

        Assert.Equal((first.Steps, first.Checked, first.Events), (again.Steps, again.Checked, again.Events));
    }
}
