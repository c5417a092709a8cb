using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace OpsBoard.Web.Tests.Run;

/// <summary>The program as its user starts it, on a port of its own, until it is killed or told to stop.</summary>
internal sealed class KillableServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private KillableServer(Process process, Uri address)
    {
        (_process, Client) = (process, new HttpClient { BaseAddress = address });
        // Both are read, or a full pipe would stop the server.
        (_output, _errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    public HttpClient Client { get; }

    public int Id => _process.Id;

    /// <summary>Time on all cores since its start.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <param name="settings">Settings as the environment gives them, such as <c>Live__CloseOver</c>.</param>
    public static async Task<KillableServer> Start(string data, params (string Name, string Value)[] settings)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "OpsBoard.Web.dll"), "run", "--open", "--port", $"{port}", "--data", data]) start.ArgumentList.Add(argument);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var server = new KillableServer(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}/"));
        while (!await server.IsReady())
        {
            if (server._process.HasExited) Assert.Fail($"The server ended with status {server._process.ExitCode}: {await server._errors}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        return server;
    }

    public async Task Kill()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Tells it to stop, as a supervisor does (SIGTERM).</summary>
    /// <returns>Its exit status, and all that it wrote.</returns>
    public async Task<(int Status, string Output)> Stop()
    {
        await Signal("-TERM");
        return await Ended();
    }

    /// <summary>Stops it in the middle of whatever it does (SIGSTOP), until it is told to go on (SIGCONT).</summary>
    public Task Freeze() => Signal("-STOP");

    public Task Thaw() => Signal("-CONT");

    /// <summary>Waits until it has ended by itself.</summary>
    /// <returns>As <see cref="Stop"/>.</returns>
    public async Task<(int Status, string Output)> Ended()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return (_process.ExitCode, await _output + await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process.Dispose();
        Client.Dispose();
    }

    private async Task Signal(string signal)
    {
        using var told = Process.Start("kill", [signal, $"{_process.Id}"]);
        await told.WaitForExitAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> IsReady()
    {
        try
        {
            using var answer = await Client.GetAsync("health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
