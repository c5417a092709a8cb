using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

[assembly: AssemblyFixture(typeof(OpsBoard.Testing.AzuriteServer))]

namespace OpsBoard.Testing;

/// <summary>The emulator of Azure Table storage in a folder of its own, on a port of this machine alone; started when the first test asks for it.</summary>
public sealed class AzuriteServer : IAsyncDisposable
{
    private const string Ready = "successfully started";
    private const string Account = "opsboard";

    private static readonly string Program = Path.Combine(Corpora.Repository(), "tests", "azurite", "node_modules", "azurite", "dist", "src", "table", "main.js");

    private readonly Lock _gate = new();
    private readonly string _key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
    private TempDirectory? _place;
    private Process? _server;
    private int _port;
    private int _tables;

    /// <summary>What it keeps on the disk: written every 5 s, and when it is asked to end.</summary>
    public string State => Path.Combine(_place!.Path, "__azurite_db_table__.json");

    public string ConnectionString => $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={_key};TableEndpoint=http://127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}/{Account};";

    /// <summary>Skips the test where the emulator is not installed.</summary>
    public static void Need() => Assert.SkipWhen(!File.Exists(Program), "skipped: azurite is missing, so the journal in Azure tables was not tested (npm ci --prefix tests/azurite)");

    /// <summary>The name of a table that nobody else uses; it is not there yet.</summary>
    public string NewTable()
    {
        Need();
        lock (_gate)
        {
            if (_place is null) Make();
            return string.Create(CultureInfo.InvariantCulture, $"journal{++_tables}");
        }
    }

    /// <summary>Ends it at once. What it acknowledged since it last wrote its state is lost, unlike with the service that it stands for.</summary>
    public void Kill()
    {
        _server!.Kill(entireProcessTree: true);
        _server.WaitForExit();
        _server.Dispose();
        _server = null;
    }

    /// <summary>Asks it to end: it writes its state first.</summary>
    public void Stop()
    {
        using (var asked = Process.Start("kill", ["-INT", _server!.Id.ToString(CultureInfo.InvariantCulture)])) asked.WaitForExit();
        _server.WaitForExit();
        _server.Dispose();
        _server = null;
    }

    public void Start()
    {
        var start = new ProcessStartInfo("node", [Program, "--tableHost", "127.0.0.1", "--tablePort", _port.ToString(CultureInfo.InvariantCulture), "--location", _place!.Path, "--skipApiVersionCheck", "--disableTelemetry"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AZURITE_ACCOUNTS"] = $"{Account}:{_key}" },
        };
        var isReady = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string>();
        _server = new Process { StartInfo = start };
        _server.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not { } text) isReady.TrySetException(new InvalidOperationException($"Azurite did not start: {string.Join(' ', said)}"));
            else if (text.Contains(Ready, StringComparison.Ordinal)) isReady.TrySetResult();
            else said.Add(text);
        };
        _server.ErrorDataReceived += (_, line) => said.Add(line.Data ?? "");
        _server.Start();
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        isReady.Task.GetAwaiter().GetResult();
    }

    public ValueTask DisposeAsync()
    {
        if (_server is not null) Kill();
        _place?.Dispose();
        return ValueTask.CompletedTask;
    }

    // It does not say which port it took when it may take any.
    private void Make()
    {
        _place = new TempDirectory();
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            _port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }

        Start();
    }
}
