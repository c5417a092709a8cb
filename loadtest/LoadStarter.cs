using System.CommandLine;

namespace OpsBoard.LoadTest;

/// <summary>What all loads have in common: a place for the report, repetitions, pinned cores, and how they end.</summary>
internal sealed class LoadStarter(string mode, TimeProvider real)
{
    private const int Flawed = 1;
    private const int CannotBegin = 2;

    private readonly Option<int> _repeat = CommonOptions.Within(new Option<int>("--repeat") { Description = "How often each figure is measured, 1 to 20; told are min, median and max.", HelpName = "N", DefaultValueFactory = static _ => 1 }, 1, 20);
    private readonly Option<FileInfo?> _json = new("--json") { Description = "Write the result to this file as JSON.", HelpName = "FILE" };
    private readonly Option<FileInfo?> _html = new("--html") { Description = "Write the result to this file as a page with charts.", HelpName = "FILE" };

    public IEnumerable<Option> Options => [_repeat, _json, _html];

    public async Task<int> Run(ParseResult parsed, bool isPinned, Func<LoadSite, Task<LoadResult>> run, CancellationToken cancel)
    {
        var progress = new ProgressLine(Console.Error, !Console.IsErrorRedirected);
        try
        {
            // Before anything is sent: a load of minutes shall not end with a file that cannot be written.
            Programs.RequireAll();
            var charts = parsed.GetValue(_html) is null ? "" : await File.ReadAllTextAsync(Programs.Charts, cancel);
            await using var json = Create(parsed.GetValue(_json));
            await using var html = Create(parsed.GetValue(_html));
            var (cores, repeat) = (Environment.ProcessorCount, parsed.GetValue(_repeat));
            var (began, machine) = (real.GetUtcNow(), Machine.Look(cores));
            var plan = isPinned ? await Pinning.PinDriver() : CorePlan.None;
            var result = await run(new LoadSite(plan, repeat, progress, real, cancel));
            progress.End();
            await Tell(new LoadReport(mode, $"./opsboard loadtest {string.Join(' ', parsed.Tokens.Select(static token => token.Value))}", began, machine, repeat, result), json, html, charts);
            return result.IsWell ? 0 : Flawed;
        }
        catch (LoadStartException fault)
        {
            return await End(progress, fault.Message, CannotBegin);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return await End(progress, "Ended before it was done.", Flawed);
        }
        catch (Exception fault) when (fault is LoadFailedException or HttpRequestException or TimeoutException or OperationCanceledException)
        {
            return await End(progress, $"The load failed: {fault.Message}", Flawed);
        }
    }

    private static async Task<int> End(ProgressLine progress, string message, int status)
    {
        progress.End();
        await Console.Error.WriteLineAsync($"opsboard: {message}");
        return status;
    }

    private static async Task Tell(LoadReport report, FileStream? json, FileStream? html, string charts)
    {
        ResultText.Write(report, Console.Out);
        if (json is not null) ResultJson.Write(report, json);
        if (html is null) return;
        await using var page = new StreamWriter(html);
        ResultPage.Write(report, charts, page);
    }

    private static FileStream? Create(FileInfo? file)
    {
        try
        {
            return file?.Create();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LoadStartException($"{file!.FullName} cannot be written: {fault.Message}");
        }
    }
}
