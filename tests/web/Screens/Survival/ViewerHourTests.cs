using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OpsBoard.Testing;
using OpsBoard.Web.Board;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens.Survival;

/// <summary>What looking on costs on the wire, over the simulated province in real time: measured and written down (A6).</summary>
public sealed class ViewerHourTests(Browser browser, ITestOutputHelper output)
{
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(RunSize.Of(usual: 0, @long: 10));

    [Fact]
    public async Task The_bytes_of_an_hour_at_a_wall_and_at_a_tablet_are_written_down()
    {
        LongSuite.Only();
        using var morning = new OfficeMorning();
        await using var server = await LiveServer.Start(LiveServer.Hainan, OfficeMorning.Begin, adjust: AtItsOwnPace);
        await morning.PlayUntilTen(server);
        await using var wall = await Viewer.Open(browser, server, "/wall/hainan");
        await using var tablet = await Viewer.Open(browser, server, "/m/hainan");

        var reading = Patches(server);
        await Pass(server, morning);
        var patches = await reading;
        output.WriteLine($"snapshot {await SizeOf(server, "identity")} bytes, {await SizeOf(server, "br")} compressed; patch {Spread(patches.Select(static patch => patch.Length))} bytes, {Spread(patches.Select(Deflated))} compressed (min/median/max), {patches.Count} of them");
        output.WriteLine($"an hour of a morning: wall {wall.MegabytesAnHour():0.00} MB, tablet {tablet.MegabytesAnHour():0.00} MB");

        // Until the last citizen has left: a wait that nobody ends would go on all night.
        await morning.GoOn(server, OfficeMorning.Begin.AddHours(22));
        await server.Board("hainan", static board => board.GetProperty("freshness").GetProperty("state").GetString() == "closed");
        wall.Begin();
        tablet.Begin();
        await Pass(server, morning: null);
        output.WriteLine($"an hour of a night: wall {wall.MegabytesAnHour():0.00} MB, tablet {tablet.MegabytesAnHour():0.00} MB");
    }

    // Tests are pushed and ticked far more often than screens are.
    private static void AtItsOwnPace(IServiceCollection services) => services.Configure<LiveOptions>(static options =>
    {
        var usual = new LiveOptions();
        (options.PaceEvery, options.DeskPaceEvery, options.TickEvery) = (usual.PaceEvery, usual.DeskPaceEvery, usual.TickEvery);
    });

    // The server's stamps go with real time, for its pace is real, and events come one by one.
    private static async Task Pass(LiveServer server, OfficeMorning? morning)
    {
        using var step = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        var (begin, passed) = (server.Clock.Now, Stopwatch.StartNew());
        while (passed.Elapsed < Lasting && await step.WaitForNextTickAsync())
        {
            if (morning is null) server.Clock.Now = begin + passed.Elapsed;
            else await morning.GoOn(server, begin + passed.Elapsed);
        }
    }

    /// <summary>All patches, as they are before compression.</summary>
    private static async Task<List<byte[]>> Patches(LiveServer server)
    {
        await using var stream = await EventStream.Open(server.Client, "hainan");
        var (patches, passed) = (new List<byte[]>(), Stopwatch.StartNew());
        while (passed.Elapsed < Lasting)
        {
            var (name, _, body) = await stream.Next();
            if (name == "patch") patches.Add(Encoding.UTF8.GetBytes(body.GetRawText()));
        }

        return patches;
    }

    // As a socket does without a dictionary kept between messages.
    private static int Deflated(byte[] patch)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(patch);
        return (int)packed.Length;
    }

    private static string Spread(IEnumerable<int> sizes)
    {
        var sorted = sizes.Order().ToList();
        return $"{sorted[0]}/{sorted[sorted.Count / 2]}/{sorted[^1]}";
    }

    private static async Task<long> SizeOf(LiveServer server, string coding)
    {
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = server.Client.BaseAddress };
        client.DefaultRequestHeaders.Add("Accept-Encoding", coding);
        return (await client.GetByteArrayAsync("/api/v1/units/hainan", TestContext.Current.CancellationToken)).LongLength;
    }
}
