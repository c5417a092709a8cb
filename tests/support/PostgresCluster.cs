using System.Diagnostics;
using System.Globalization;
using Npgsql;
using OpsBoard.LoadTest;

[assembly: AssemblyFixture(typeof(OpsBoard.Testing.PostgresCluster))]

namespace OpsBoard.Testing;

/// <summary>A server of PostgreSQL in a folder of its own, reached through a socket there alone; started when the first test asks for it.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string Ready = "database system is ready to accept connections";
    private const string Superuser = "opsboard";

    private readonly Lock _gate = new();
    private TempDirectory? _place;
    private Process? _server;
    private int _schemas;

    private string Folder => Path.Combine(_place!.Path, "postgres");

    /// <summary>Skips the test where PostgreSQL is not installed.</summary>
    public static void Need() => Assert.SkipWhen(DebianPackage.Postgres.Find() is null, "skipped: PostgreSQL is missing, so the journal in it was not tested");

    /// <summary>A connection string to a schema that nobody else uses.</summary>
    public string NewSchema()
    {
        Need();
        lock (_gate)
        {
            if (_place is null) Make();
            var schema = string.Create(CultureInfo.InvariantCulture, $"j{++_schemas}");
            Run($"CREATE SCHEMA {schema}");
            return new NpgsqlConnectionStringBuilder(Address) { SearchPath = schema }.ToString();
        }
    }

    /// <summary>Ends every process of the server at once, as a machine without power would.</summary>
    public void Kill()
    {
        _server!.Kill(entireProcessTree: true);
        _server.WaitForExit();
        _server.Dispose();
        _server = null;
    }

    public void Start()
    {
        var start = Command([DebianPackage.Postgres.Find()!, "-D", Folder, "-k", Folder, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=200"]);
        start.RedirectStandardError = true;
        var isReady = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string>();
        _server = new Process { StartInfo = start, EnableRaisingEvents = true };
        _server.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not { } text) isReady.TrySetException(new InvalidOperationException($"PostgreSQL did not start: {string.Join(' ', said)}"));
            else if (text.Contains(Ready, StringComparison.Ordinal)) isReady.TrySetResult();
            else said.Add(text);
        };
        _server.Start();
        _server.BeginErrorReadLine();
        isReady.Task.GetAwaiter().GetResult();
    }

    public ValueTask DisposeAsync()
    {
        if (_server is not null) Kill();
        _place?.Dispose();
        return ValueTask.CompletedTask;
    }

    private string Address => new NpgsqlConnectionStringBuilder { Host = Folder, Username = Superuser, Database = "postgres" }.ToString();

    // It refuses to be root, so it is Debian's account for it then; what is made here is worth nothing after a power cut, so nobody waits for the disk.
    private void Make()
    {
        _place = new TempDirectory();
        if (Environment.IsPrivilegedProcess)
        {
            Wait(new ProcessStartInfo("chmod", ["go+x", _place.Path]));
            Wait(new ProcessStartInfo("install", ["-d", "-m", "700", "-o", "postgres", "-g", "postgres", Folder]));
        }

        var initdb = Path.Combine(Path.GetDirectoryName(DebianPackage.Postgres.Find()!)!, "initdb");
        Wait(Command([initdb, "-D", Folder, "-U", Superuser, "-A", "trust", "--locale=C", "--encoding=UTF8", "--no-sync"]));
        Start();
    }

    private static ProcessStartInfo Command(string[] command)
    {
        string[] whole = [.. Environment.IsPrivilegedProcess ? (string[])["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] : [], .. command];
        return new ProcessStartInfo(whole[0], whole[1..]) { WorkingDirectory = "/" };
    }

    private static void Wait(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{start.FileName}: {said.Result} {errors}");
    }

    private void Run(string sql)
    {
        using var connection = new NpgsqlConnection(Address);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
