using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>The verbs that load a server of their own on this machine and judge it.</summary>
internal sealed class LoadCommands(TimeProvider real)
{
    private const int DesignedWindows = 20_000;

    private static readonly ImmutableArray<int> Batches = [1, 50, 500, 1_000];

    private readonly Option<int> _batch = CommonOptions.Within(new Option<int>("--batch") { Description = "Events in a request, 1 to 1000; by default one after the other 1, 50, 500 and 1000.", HelpName = "N" }, 1, EventBatcher.MostEvents);
    private readonly Option<bool> _floor = new("--floor") { Description = "Measure the floor beside it: the same front and parsing, append and sync to a file, nothing else." };
    private readonly Option<int> _viewers = CommonOptions.Within(new Option<int>("--viewers") { Description = "Viewers, 1 to 5000; by default one after the other 1, 200 and 2000, stalled ones among them.", HelpName = "N" }, 1, 5_000);
    private readonly Option<int> _openCases = CommonOptions.Within(new Option<int>("--open-cases") { Description = "Cases at each window that are accepted first and stay open, 0 to 100.", HelpName = "N" }, 0, 100);
    private readonly Option<int> _events = CommonOptions.Within(new Option<int>("--events") { Description = "Events of today in the journal, 1000 to 5000000.", HelpName = "N", DefaultValueFactory = static _ => 1_000_000 }, 1_000, 5_000_000);

    public IEnumerable<Command> All()
    {
        yield return Ingest();
        yield return Live();
        yield return Scale();
        yield return Restart();
        yield return Soak();
        yield return Floor();
        yield return Peers();
    }

    private Command Ingest()
    {
        var (windows, seconds) = (Windows(DesignedWindows), Seconds(10, 600));
        return Make("ingest", "Events a second and the time to their answer, by size of request, with ids only and numbered.", [seconds, windows, _batch, _floor], (parsed, site) =>
            new IngestMode(site, parsed.GetValue(windows), Span(parsed, seconds), BatchesOf(parsed), parsed.GetValue(_floor)).Run());
    }

    private Command Floor()
    {
        var (windows, seconds) = (Windows(DesignedWindows), Seconds(10, 600));
        return Make("floor", "The same load against the floor alone: the same front and parsing, append and sync to a file.", [seconds, windows, _batch], (parsed, site) =>
            new IngestMode(site, parsed.GetValue(windows), Span(parsed, seconds), BatchesOf(parsed), hasFloor: true, onlyFloor: true).Run());
    }

    private Command Peers()
    {
        var (windows, seconds) = (Windows(DesignedWindows), Seconds(10, 600));
        var batch = CommonOptions.Within(new Option<int>("--batch") { Description = "Events in a request, 1 to 1000; a grain call for each event takes no more than 50 of them.", HelpName = "N", DefaultValueFactory = static _ => PeersMode.AimedBatch }, 1, EventBatcher.MostEvents);
        return Make("peers", "The server against PostgreSQL, Redis and a grain call for each event, behind the same front. What is missing is installed from Debian's packages where that may be done, else skipped.", [seconds, windows, batch], (parsed, site) =>
            new PeersMode(site, parsed.GetValue(windows), Span(parsed, seconds), parsed.GetValue(batch)).Run());
    }

    private Command Live()
    {
        var (windows, seconds) = (Windows(DesignedWindows), Seconds(15, 300));
        return Make("live", "From posting an event until it is seen in a viewer's frame, at 5,000 events a second.", [seconds, windows, _viewers], (parsed, site) =>
            new LiveMode(site, parsed.GetValue(windows), Span(parsed, seconds), parsed.GetValue(_viewers) is > 0 and var viewers ? LiveCase.Of(viewers) : LiveCase.All).Run());
    }

    private Command Scale()
    {
        var (windows, seconds) = (Windows(100_000), Seconds(10, 600));
        return Make("scale", "What an event and a window cost from 1,000 windows on.", [seconds, windows, _openCases], (parsed, site) =>
            new ScaleMode(site, parsed.GetValue(windows), Span(parsed, seconds), parsed.GetValue(_openCases)).Run());
    }

    private Command Restart()
    {
        var windows = Windows(DesignedWindows);
        return Make("restart", "From the start of the process until the board tells everything, after a stop and after kill -9.", [windows, _events], (parsed, site) =>
            new RestartMode(site, parsed.GetValue(windows), parsed.GetValue(_events)).Run(), isPinned: false);
    }

    private Command Soak()
    {
        var (windows, seconds) = (Windows(2_000), Seconds(300, 86_400));
        return Make("soak", "Whether anything grows under an even load of 2,000 events a second.", [seconds, windows], (parsed, site) => new SoakMode(site, parsed.GetValue(windows), Span(parsed, seconds)).Run());
    }

    // Where nothing is sent while it is measured, the server has all cores.
    private Command Make(string name, string description, Option[] options, Func<ParseResult, LoadSite, Task<LoadResult>> run, bool isPinned = true)
    {
        var starter = new LoadStarter(name, real);
        var command = new Command(name, $"{description} Starts a server of its own on a loopback address, and removes its data at the end.");
        foreach (var option in (Option[])[.. options, .. starter.Options]) command.Add(option);
        command.SetAction((parsed, cancel) => starter.Run(parsed, isPinned, site => run(parsed, site), cancel));
        return command;
    }

    private ImmutableArray<int> BatchesOf(ParseResult parsed) => parsed.GetValue(_batch) is > 0 and var batch ? [batch] : Batches;

    private static TimeSpan Span(ParseResult parsed, Option<int> seconds) => TimeSpan.FromSeconds(parsed.GetValue(seconds));

    private static Option<int> Seconds(int usual, int most) => CommonOptions.Within(
        new Option<int>("--seconds") { Description = string.Create(CultureInfo.InvariantCulture, $"How long each figure is measured, 1 to {most} s."), HelpName = "N", DefaultValueFactory = _ => usual }, 1, most);

    private static Option<int> Windows(int usual)
    {
        var windows = CommonOptions.Windows();
        windows.DefaultValueFactory = _ => usual;
        return windows;
    }
}
