using System.Diagnostics;
using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>A server in a process of its own on a port that the system chose, from its first line to its end. It is ended by its process id alone.</summary>
internal sealed class ChildServer : IAsyncDisposable
{
    /// <summary>The signal that asks a process to stop, as a supervisor does.</summary>
    public const string Terminate = "TERM";

    /// <summary>The one that a keyboard sends: PostgreSQL shows its clients out then.</summary>
    public const string Interrupt = "INT";

    private const int LinesKept = 20;
    private const string Announcement = " listens on ";
    private const string DatabaseAnnouncement = "ready to accept connections";

    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan StopPatience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _announced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<string> _errors = new();
    private readonly Task _reading;

    private ChildServer(Process process)
    {
        _process = process;
        // Both are read to their ends, or a full pipe would stop the server.
        _reading = Task.WhenAll(Read(process.StandardOutput), Read(process.StandardError));
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public int Id => _process.Id;

    public ProcessUse Use => ProcessUse.Of(_process.Id);

    /// <param name="program">The program's file, and its arguments.</param>
    /// <param name="settings">Settings as the environment gives them, such as <c>Live__PaceEvery</c>.</param>
    /// <param name="cores">Null: on all that this process has.</param>
    /// <exception cref="LoadFailedException">It ended instead; the message has its last words.</exception>
    /// <exception cref="TimeoutException">It says nothing.</exception>
    public static Task<ChildServer> Start(string[] program, IReadOnlyDictionary<string, string> settings, string? cores, TimeProvider real, CancellationToken cancel)
    {
        var start = CommandOf(["dotnet", .. program], cores);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return Start(start, real, cancel);
    }

    /// <summary>PostgreSQL or Redis, which say when they are ready instead of where they listen.</summary>
    /// <exception cref="LoadFailedException">It ended instead; the message has its last words.</exception>
    /// <exception cref="TimeoutException">It says nothing.</exception>
    public static Task<ChildServer> StartDatabase(string[] command, string? cores, TimeProvider real, CancellationToken cancel)
    {
        // In a session of its own: what a keyboard sends to all would end it before those who write to it.
        var start = CommandOf(["setsid", .. command], cores);
        // Not where the user stands: another account may not go there.
        start.WorkingDirectory = "/";
        return Start(start, real, cancel);
    }

    /// <summary>Tells it to stop, and waits for its end.</summary>
    /// <exception cref="LoadFailedException">It does not end, or ended with a fault.</exception>
    public async Task Stop(TimeProvider real, string signal = Terminate)
    {
        await Tell(signal);
        try
        {
            await _process.WaitForExitAsync().WaitAsync(StopPatience, real);
        }
        catch (TimeoutException fault)
        {
            throw new LoadFailedException("The server did not stop within a minute.", fault);
        }

        await _reading;
        if (_process.ExitCode != 0) throw new LoadFailedException($"The server ended with status {_process.ExitCode}: {string.Join(' ', _errors)}");
    }

    /// <summary>Ends it at once, as a power cut would.</summary>
    public async Task Kill()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        await _reading;
        _process.Dispose();
    }

    private async Task Tell(string signal)
    {
        if (_process.HasExited) return;
        using var told = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await told.WaitForExitAsync();
    }

    private static ProcessStartInfo CommandOf(string[] command, string? cores)
    {
        string[] pinned = cores is null ? command : [Pinning.Program, "-c", cores, .. command];
        return new(pinned[0], pinned[1..]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
    }

    private static async Task<ChildServer> Start(ProcessStartInfo start, TimeProvider real, CancellationToken cancel)
    {
        var server = new ChildServer(Process.Start(start)!);
        try
        {
            await Task.WhenAny(server._announced.Task, server._reading).WaitAsync(StartPatience, real, cancel);
            if (!server._announced.Task.IsCompletedSuccessfully) throw new LoadFailedException($"The server did not start: {string.Join(' ', server._errors)}");
            server.Address = await server._announced.Task;
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private async Task Read(StreamReader stream)
    {
        while (await stream.ReadLineAsync() is { } line) Take(line);
    }

    private void Take(string line)
    {
        var at = line.IndexOf(Announcement, StringComparison.Ordinal);
        if (at >= 0 && Uri.TryCreate(line[(at + Announcement.Length)..].Split(' ')[0], UriKind.Absolute, out var address)) _announced.TrySetResult(address);
        else if (line.Contains(DatabaseAnnouncement, StringComparison.OrdinalIgnoreCase)) _announced.TrySetResult(Address);
        else Keep(line);
    }

    // Two streams are read at the same time.
    private void Keep(string line)
    {
        lock (_errors)
        {
            _errors.Enqueue(line);
            if (_errors.Count > LinesKept) _errors.Dequeue();
        }
    }
}
