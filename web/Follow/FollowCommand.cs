using System.CommandLine;
using System.CommandLine.Parsing;
using System.Security.Cryptography;
using OpsBoard.Web.Adapters;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Follow;

/// <summary>
/// <c>follow FILE [--url URL] [--source NAME --secret-file FILE]</c>: sends the lines of a queue machine's log as they are written. Exit status
/// 0: told to stop, or everything is stored at the end with <c>--once</c>; 1: at the end some lines are not stored, and were named; 2: it cannot follow the file.
/// </summary>
internal static class FollowCommand
{
    private const string PositionSuffix = ".opsboard";

    // Longer than the server takes for a body that it refuses to hurry.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Argument<string> Log = new("file") { Description = "The file that the queue machine writes; it need not be there yet." };
    private static readonly Option<Uri> Url = new("--url") { Description = "Base address of the server.", CustomParser = Address, DefaultValueFactory = static _ => new Uri("http://127.0.0.1:8080") };
    private static readonly Option<string?> Source = new("--source") { Description = "Name under which opsboard source add registered the sender; none for a server that runs --open." };
    private static readonly Option<string?> SecretFile = new("--secret-file") { Description = "File with the key that opsboard source add printed." };
    private static readonly Option<string> TextEncoding = new("--encoding") { Description = $"Of the file: {TextEncodings.Names}.", DefaultValueFactory = static _ => "utf-8" };
    private static readonly Option<string?> Position = new("--position") { Description = $"File that remembers how far was sent; by default FILE{PositionSuffix}." };
    private static readonly Option<bool> Again = new("--again") { Description = "Begin at the beginning of the file, for lines that were refused and are right now; what the server has is not counted again." };
    private static readonly Option<bool> Once = new("--once") { Description = "Stop at the end of the file." };

    static FollowCommand()
    {
        TextEncoding.Validators.Add(static result =>
        {
            if (TextEncodings.Find(result.GetValueOrDefault<string>()) is null) result.AddError($"--encoding is {TextEncodings.Names}.");
        });
    }

    public static Command Create(HttpMessageHandler transport, TimeProvider clock)
    {
        var command = new Command("follow", "Sends the lines of a queue machine's log as they are written; stopped and started again, it goes on where it was.") { Log, Url, Source, SecretFile, TextEncoding, Position, Again, Once };
        command.Validators.Add(static result =>
        {
            if (result.GetResult(Source) is null != result.GetResult(SecretFile) is null) result.AddError("Give both --source and --secret-file, or neither.");
        });
        command.SetAction((parsed, cancellation) => Run(parsed, transport, clock, cancellation));
        return command;
    }

    /// <summary>Whether the file is one of those that a follower keeps beside the log.</summary>
    public static bool IsOwn(string file) => file.Contains(PositionSuffix, StringComparison.Ordinal);

    private static Uri? Address(ArgumentResult argument)
    {
        if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal)) return address;
        argument.AddError("--url must be a whole address, such as http://127.0.0.1:8080.");
        return null;
    }

    private static async Task<int> Run(ParseResult parsed, HttpMessageHandler transport, TimeProvider clock, CancellationToken cancellation)
    {
        var console = parsed.InvocationConfiguration;
        try
        {
            return await Follow(parsed, transport, clock, cancellation);
        }
        catch (FollowException fault)
        {
            console.Error.WriteLine($"opsboard: {fault.Message}");
            return ExitCodes.CannotStart;
        }
    }

    private static async Task<int> Follow(ParseResult parsed, HttpMessageHandler transport, TimeProvider clock, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(parsed.GetRequiredValue(Log));
        void tell(string text) => parsed.InvocationConfiguration.Error.WriteLine(text);
        using var client = new HttpClient(KeyOf(parsed, clock, transport) ?? transport, disposeHandler: false) { BaseAddress = parsed.GetRequiredValue(Url), Timeout = Patience };
        using var positions = new PositionFile(parsed.GetValue(Position) ?? path + PositionSuffix);
        var position = parsed.GetValue(Again) ? FilePosition.Start : positions.Load();
        using var file = new FollowedFile(path, position, tell);
        var follower = new Follower(file, positions, new LineSender(client, clock), TextEncodings.Find(parsed.GetValue(TextEncoding))!, new Backoff(new Random(RandomNumberGenerator.GetInt32(int.MaxValue))), tell);
        tell($"Following {path} from line {position.Lines + 1} on, for {client.BaseAddress}.");
        await Follow(follower, parsed.GetValue(Once), clock, cancellation);
        var (sent, refused, dropped) = follower.Counts;
        parsed.InvocationConfiguration.Output.WriteLine($"{sent} lines sent, {refused} not stored; {dropped} fields of persons stayed here.");
        return refused == 0 || !parsed.GetValue(Once) ? ExitCodes.Well : ExitCodes.Flawed;
    }

    private static async Task Follow(Follower follower, bool once, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            while (await follower.Turn(cancellation) is var wait && (wait is not null || !once))
                if (wait != TimeSpan.Zero) await Task.Delay(wait ?? Follower.LookEvery, clock, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Told to stop; what was not answered is sent again at the next start.
        }
    }

    private static SourceKey? KeyOf(ParseResult parsed, TimeProvider clock, HttpMessageHandler transport)
    {
        if (parsed.GetValue(SecretFile) is not { } file) return null;
        try
        {
            return new SourceKey(parsed.GetRequiredValue(Source)!, File.ReadAllText(file).Trim(), clock, transport);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FollowException($"{file} cannot be read: {fault.Message}", fault);
        }
    }
}
