using System.Diagnostics;
using System.Globalization;
using OpsBoard.Testing;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Cluster;

/// <summary>
/// What becomes of three silos under load when one dies, is frozen beyond its own death, or all are started anew one after the other: nothing that was
/// acknowledged is lost or counted twice, and every board tells the truth again. How long that takes is reported, and nowhere asserted.
/// </summary>
public sealed class ThreeSilosTests(PostgresCluster cluster, ITestOutputHelper output)
{
    // Of load before and after an upheaval.
    private static readonly TimeSpan While = TimeSpan.FromSeconds(RunSize.Of(usual: 2, @long: 30));

    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(RunSize.Of(usual: 1, @long: 60));

    [Fact]
    public async Task When_a_silo_is_killed_the_others_show_the_truth()
    {
        var (watch, shown, load) = await Run("kill-9 of one", async silos =>
        {
            await silos.Take(1).DisposeAsync();
            // Long enough for a batch that every window knows of and the dead silo's grains do not.
            await Pass(TimeSpan.FromSeconds(1));
        });

        Leave("cluster-kill", "Kill -9 of one of three silos under load", watch, shown, load);
    }

    [Fact]
    public async Task A_silo_that_was_frozen_until_the_others_declared_it_dead_ends_with_status_1_and_changes_no_number()
    {
        var status = 0;
        var (watch, shown, load) = await Run("a freeze of one", async silos =>
        {
            var frozen = silos.Take(2);
            await frozen.Freeze();
            await Task.WhenAll(silos.AreDead(1), Pass(Frozen));
            await frozen.Thaw();
            (status, _) = await frozen.Ended();
            await silos.Start(2);
        });

        Assert.Equal(1, status);
        Leave("cluster-freeze", "SIGSTOP of one of three silos until it is declared dead, then SIGCONT, under load", watch, shown, load);
    }

    [Fact]
    public async Task All_silos_are_started_anew_one_after_the_other_and_every_one_ends_well()
    {
        List<int> statuses = [];
        var (watch, shown, load) = await Run("a rolling restart", async silos =>
        {
            foreach (var each in Enumerable.Range(0, 3))
            {
                statuses.Add((await silos.Take(each).Stop()).Status);
                await silos.Start(each);
            }
        });

        Assert.Equal([0, 0, 0], statuses);
        Leave("cluster-rolling", "Rolling restart of three silos under load", watch, shown, load);
    }

    private async Task<(Stopwatch Watch, TimeSpan Shown, Figures Figures)> Run(string upheaval, Func<ThreeSilos, Task> upset)
    {
        var watch = Stopwatch.StartNew();
        await using var silos = await ThreeSilos.Start(cluster);
        await using var census = await ActivationCensus.Begin(silos.Database);
        await using var load = new SteadyLoad("load", () => silos.Running);
        load.Begin();
        await Pass(While);
        var begun = Stopwatch.GetTimestamp();

        await upset(silos);
        var upheld = Stopwatch.GetElapsedTime(begun);
        var then = load.Acknowledged;
        var shown = await silos.AllShow(accepted => accepted >= then);
        await Pass(While);
        var acknowledged = await load.Finish();
        await silos.AllShow(accepted => accepted == acknowledged);

        Assert.Equal(acknowledged, await silos.Stored());
        Assert.True(await ThreeSilos.IsEqual(silos[0]));
        Assert.True(census.Answers > 0);
        var figures = new Figures(acknowledged, load.Resent, upheld, census.Doubled, census.Answers);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{upheaval}: {figures.Acknowledged} events acknowledged, 0 lost, 0 double, {figures.Resent} batches sent again; it took {upheld.TotalSeconds:0.0} s, and {shown.TotalSeconds:0.0} s later every board showed all that was acknowledged by then; {figures.Doubled} grains seen active twice in {figures.Answers} looks; {watch.Elapsed.TotalSeconds:0} s"));
        return (watch, shown, figures);
    }

    private static Task Pass(TimeSpan span) => Task.Delay(span, TimeProvider.System);

    private static void Leave(string kind, string title, Stopwatch watch, TimeSpan shown, Figures figures) => Evidence.OfLongTest(
        kind,
        title,
        typeof(ThreeSilosTests),
        watch.Elapsed,
        ("events acknowledged", Evidence.Number(figures.Acknowledged)),
        ("acknowledged and lost", "0"),
        ("stored or counted twice", "0"),
        ("batches sent again, because a server did not answer", Evidence.Number(figures.Resent)),
        ("the upheaval lasted", string.Create(CultureInfo.InvariantCulture, $"{figures.Upheld.TotalSeconds:0.0} s")),
        ("after it, under load, until every board showed all that was acknowledged by then", string.Create(CultureInfo.InvariantCulture, $"{shown.TotalSeconds:0.0} s")),
        ("grains seen active on two silos at once", string.Create(CultureInfo.InvariantCulture, $"{figures.Doubled} in {figures.Answers} looks")),
        ("recount", "equal"));

    private sealed record Figures(int Acknowledged, int Resent, TimeSpan Upheld, int Doubled, int Answers);
}
