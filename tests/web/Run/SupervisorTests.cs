using System.Net;
using System.Net.Sockets;
using System.Text;
using OpsBoard.Testing;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Tests.Run;

/// <summary>What a supervisor such as systemd is told (sd_notify), by the program as it starts it.</summary>
public sealed class SupervisorTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TempDirectory _folder = new();
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
    private readonly ManualClock _clock = new(ManualClock.Opening);

    public SupervisorTests() => _socket.Bind(new UnixDomainSocketEndPoint(Address));

    private string Address => Path.Combine(_folder.Path, "notify");

    [Fact]
    public async Task It_hears_what_the_start_does_that_the_server_is_ready_when_it_is_and_that_it_stops()
    {
        await using var server = await KillableServer.Start(Path.Combine(_folder.Path, "data"), ("NOTIFY_SOCKET", Address), ("WATCHDOG_USEC", "60000000"));
        var told = await HearUntil("READY=1");
        using var ready = await server.Client.GetAsync("health/ready", TestContext.Current.CancellationToken);

        var (status, _) = await server.Stop();

        Assert.StartsWith("STATUS=", told[0], StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, 0), (ready.StatusCode, status));
        Assert.StartsWith("STOPPING=1\nSTATUS=", (await HearUntil("STOPPING=1"))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_hears_twice_within_the_span_of_its_watchdog_that_the_process_lives()
    {
        using var supervisor = new Supervisor(Address, TimeSpan.FromSeconds(60), _clock);
        await using var alive = supervisor.KeepAlive();

        _clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(["WATCHDOG=1", "WATCHDOG=1"], [await Hear(), await Hear()]);
    }

    [Fact]
    public async Task Of_many_steps_it_hears_one_a_second()
    {
        using var supervisor = new Supervisor(Address, null, _clock);
        supervisor.Status("1 of 9");
        supervisor.Status("2 of 9");
        _clock.Advance(TimeSpan.FromSeconds(1));

        supervisor.Status("3 of 9");

        Assert.Equal(["STATUS=1 of 9", "STATUS=3 of 9"], [await Hear(), await Hear()]);
    }

    [Fact]
    public void Where_nobody_listens_nothing_is_told_and_nothing_fails()
    {
        using var nobody = new Supervisor(null, null, _clock);
        using var gone = new Supervisor(Path.Combine(_folder.Path, "gone"), TimeSpan.FromSeconds(1), _clock);

        nobody.Ready("");
        gone.Ready("");

        Assert.Null(gone.KeepAlive());
    }

    public void Dispose()
    {
        _socket.Dispose();
        _folder.Dispose();
    }

    private async Task<List<string>> HearUntil(string word)
    {
        List<string> told = [];
        do told.Add(await Hear());
        while (!told[^1].StartsWith(word, StringComparison.Ordinal));
        return told;
    }

    private async Task<string> Hear()
    {
        var buffer = new byte[4096];
        var length = await _socket.ReceiveAsync(buffer).WaitAsync(Patience);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}
