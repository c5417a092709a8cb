using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace OpsBoard.LoadTest;

internal static class FeedCommand
{
    private static readonly Option<Uri> Url = new("--url") { Description = "The server, on a loopback address.", HelpName = "URL", Required = true, CustomParser = ParseUrl };
    private static readonly Option<double> Speed = CommonOptions.Within(new("--speed") { Description = "Speed of the day, if the server does not tell its own: 0.1 to 3600.", HelpName = "X", DefaultValueFactory = _ => 1 }, 0.1, 3600);
    private static readonly Option<long> Seed = CommonOptions.Within<long>(new("--seed") { Description = "The same seed gives the same days: 0 or more.", HelpName = "N", DefaultValueFactory = _ => 1 }, 0, 999_999_999);
    private static readonly Option<int> Windows = CommonOptions.Windows();
    private static readonly Option<TimeOnly> From = new("--from") { Description = "On the first day, leave out what happened earlier.", HelpName = "HH:mm", CustomParser = ParseTime };
    private static readonly Option<TimeOnly?> Until = new("--until") { Description = "On the first day, end at this time; without it, go on from day to day.", HelpName = "HH:mm", CustomParser = result => ParseTime(result) };
    private static readonly Option<int> Batch = CommonOptions.Within(new("--batch") { Description = "Events in a request, 1 to 1000.", HelpName = "N", DefaultValueFactory = _ => 500 }, 1, EventBatcher.MostEvents);
    private static readonly Option<int> Heartbeat = CommonOptions.Within(new("--heartbeat") { Description = "Seconds between two heartbeats of a window, 0 (none) to 3600.", HelpName = "N", DefaultValueFactory = _ => 60 }, 0, 3600);
    private static readonly Option<int> Seconds = CommonOptions.Within(new("--seconds") { Description = "End after so many seconds; 0: only when told to.", HelpName = "N" }, 0, 86_400);
    private static readonly Option<bool> UntilInputEnds = new("--until-input-ends") { Description = "End when standard input does: so it ends with the program that started it." };
    private static readonly Option<bool> Supervision = new("--supervision") { Description = "Tell the ledger of supervision too, with the duties that ./opsboard loadtest roster --supervision writes." };
    private static readonly Option<FileInfo?> Jsonl = new("--jsonl") { Description = "Write the answer to each event to this file, one JSON object a line.", HelpName = "FILE" };

    private static readonly Option<string?> Source = new("--source") { Description = "Sign as this registered source; events are sent under names that begin with it.", HelpName = "NAME" };
    private static readonly Option<SourceSecret?> SecretFile = new("--secret-file") { Description = "The file with its secret (whsec_…), which ./opsboard source add printed.", HelpName = "FILE", CustomParser = ReadSecret };

    public static Command Make(TimeProvider real)
    {
        var command = new Command("feed", "Feeds a server on this machine with the simulated province: first the item catalogue, what lies open from the last four weeks and the day so far, then live.")
        {
            Url, Speed, Seed, Windows, From, Until, Batch, Heartbeat, Seconds, UntilInputEnds, Supervision, Jsonl, Source, SecretFile,
        };
        command.Validators.Add(static result =>
        {
            if (result.GetResult(Source) is null != result.GetResult(SecretFile) is null) result.AddError("Give --source and --secret-file together.");
        });
        command.SetAction((parsed, cancel) => RunAsync(parsed, real, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, TimeProvider real, CancellationToken cancel)
    {
        var seconds = parsed.GetValue(Seconds);
        using var limit = new CancellationTokenSource(seconds == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(seconds), real);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        if (parsed.GetValue(UntilInputEnds)) _ = StopAtEndOfInput(stop);
        using var file = parsed.GetValue(Jsonl) is { } path ? new LedgerFile(path.Create()) : null;
        var run = new FeedRun(Plan(parsed), parsed.GetRequiredValue(Url), real, Console.Out) { IsTerminal = !Console.IsOutputRedirected, File = file, Secret = parsed.GetValue(SecretFile) };
        try
        {
            await run.RunAsync(stop.Token);
            return 0;
        }
        catch (IntakeRefusedException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }

    private static async Task StopAtEndOfInput(CancellationTokenSource stop)
    {
        // The console's reader blocks even where it is called asynchronously, so it needs a thread of its own.
        await Task.Run(Console.In.ReadToEnd, CancellationToken.None);
        await stop.CancelAsync();
    }

    private static FeedPlan Plan(ParseResult parsed) => new()
    {
        Seed = parsed.GetValue(Seed),
        Windows = parsed.GetValue(Windows),
        Batch = parsed.GetValue(Batch),
        Speed = parsed.GetValue(Speed),
        Heartbeat = TimeSpan.FromSeconds(parsed.GetValue(Heartbeat)),
        From = parsed.GetValue(From),
        Until = parsed.GetValue(Until),
        HasSupervision = parsed.GetValue(Supervision),
        Source = parsed.GetValue(Source),
    };

    // The secret itself is never an argument: other users of the machine could read it.
    private static SourceSecret? ReadSecret(ArgumentResult result)
    {
        var secret = SourceSecret.ReadFile(result.Tokens[0].Value, out var reason);
        if (reason is not null) result.AddError($"--secret-file: {reason}");
        return secret;
    }

    private static Uri? ParseUrl(ArgumentResult result)
    {
        var url = LoopbackUrl.Parse(result.Tokens[0].Value, out var reason);
        if (reason is not null) result.AddError($"--url: {reason}");
        return url;
    }

    private static TimeOnly ParseTime(ArgumentResult result)
    {
        if (TimeOnly.TryParseExact(result.Tokens[0].Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        result.AddError($"'{result.Tokens[0].Value}' is not a time such as 08:30.");
        return default;
    }
}
