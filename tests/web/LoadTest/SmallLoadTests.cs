using OpsBoard.LoadTest;

namespace OpsBoard.Web.Tests.LoadTest;

/// <summary>Each load once and as small as can be, against the real server: it runs, and everything that it sent is counted. How fast it was is nobody's business here.</summary>
public sealed class SmallLoadTests
{
    [Fact]
    public async Task What_is_accepted_is_counted_and_held_against_the_floor()
    {
        var load = await LoadTestProcess.Run("ingest", "--seconds", "1", "--batch", "50", "--windows", "40", "--floor");

        Assert.Equal(("", 0), (load.Errors.Contains("opsboard:", StringComparison.Ordinal) ? load.Errors : "", load.ExitStatus));
        Assert.Equal(["server,idOnly,50", "floor,idOnly,50", "server,numbered,50", "floor,numbered,50"], load.Lines("against", "numbering", "batch"));
        Assert.Equal(["idOnly", "numbered"], load.Json.GetProperty("ratioToFloor").EnumerateObject().Where(static ratio => ratio.Value.GetDouble() > 0).Select(static ratio => ratio.Name));
        Assert.Equal([true, true, true, true], load.Required);
        Assert.Contains("events/s", load.Output, StringComparison.Ordinal);
        Assert.Contains("Plotly.newPlot", load.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_floor_alone_takes_the_same_load()
    {
        var load = await LoadTestProcess.Run("floor", "--seconds", "1", "--batch", "500", "--windows", "40");

        Assert.Equal(0, load.ExitStatus);
        Assert.Equal(["floor,idOnly,500", "floor,numbered,500"], load.Lines("against", "numbering", "batch"));
    }

    [Fact]
    public async Task The_server_is_held_against_what_others_would_take()
    {
        Assert.SkipWhen(DebianPackage.Postgres.Find() is null, "skipped: PostgreSQL is missing");
        Assert.SkipWhen(DebianPackage.Redis.Find() is null, "skipped: Redis is missing");

        var load = await LoadTestProcess.Run("peers", "--seconds", "1", "--windows", "40");

        Assert.Equal(("", 0), (load.ExitStatus == 0 ? "" : load.Output + load.Errors, load.ExitStatus));
        Assert.Equal(["server,500,40", "postgres,500,40", "redis,500,40", "grains,50,40"], load.Lines("against", "batch", "windows"));
        Assert.Equal([true, true, true, true], load.Required);
        Assert.Equal(["postgres", "redis", "grains"], load.Json.GetProperty("ratioToPeers").EnumerateObject().Where(static ratio => ratio.Value.GetDouble() > 0).Select(static ratio => ratio.Name));
    }

    [Fact]
    public async Task Viewers_see_every_case_while_others_are_stalled()
    {
        var load = await LoadTestProcess.Run("live", "--seconds", "1", "--viewers", "3", "--windows", "40");

        Assert.Equal(("", 0), (load.ExitStatus == 0 ? "" : load.Output + load.Errors, load.ExitStatus));
        Assert.Equal(["3,0,usual", "3,1,usual", "3,0,quick"], load.Lines("viewers", "stalled", "pace"));
        Assert.Equal(Enumerable.Repeat(true, 6), load.Required);
    }

    [Fact]
    public async Task Provinces_of_several_sizes_are_loaded_one_after_the_other()
    {
        var load = await LoadTestProcess.Run("scale", "--seconds", "1", "--windows", "1100");

        Assert.Equal(0, load.ExitStatus);
        Assert.Equal(["1000", "1100"], load.Lines("windows"));
        Assert.All(load.Json.GetProperty("lines").EnumerateArray(), static line => Assert.True(line.GetProperty("figures").GetProperty("eventsPerSecond").GetProperty("median").GetDouble() > 0));
    }

    [Fact]
    public async Task A_restart_tells_everything_again()
    {
        var load = await LoadTestProcess.Run("restart", "--events", "2000", "--windows", "40");

        Assert.Equal(0, load.ExitStatus);
        Assert.Equal(["stopped,2000", "killed,2000"], load.Lines("after", "events"));
        Assert.Equal([true], load.Required);
    }

    [Fact]
    public async Task An_even_load_is_looked_at_second_by_second()
    {
        var load = await LoadTestProcess.Run("soak", "--seconds", "2", "--windows", "40");

        Assert.Equal(0, load.ExitStatus);
        Assert.Equal(["load", "samples"], load.Lines("what"));
        Assert.Equal([true, true], load.Required);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_told_before_anything_is_sent()
    {
        var (status, output, errors) = await LoadTestProcess.RunPlain("ingest", "--json", "/nowhere/result.json");

        Assert.Equal((2, ""), (status, output));
        Assert.StartsWith("opsboard: /nowhere/result.json cannot be written", errors, StringComparison.Ordinal);
    }
}
