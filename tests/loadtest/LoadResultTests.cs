using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace OpsBoard.LoadTest;

public sealed class LoadResultTests
{
    private static readonly Proof Counted = new(Sent: 1_000, Acknowledged: 1_000, Recounted: 1_000, Difference: null, IsEqual: true);

    private static readonly ResultLine Server = ResultLine.Of(
        "server, <numbered>",
        [("against", "server"), ("batch", 500L)],
        [Measurement.Of((FigureKind.EventsPerSecond, 2_000), (FigureKind.P99, 7.5)), Measurement.Of((FigureKind.EventsPerSecond, 1_000), (FigureKind.P99, 7.5))]);

    private static readonly ResultLine Floor = ResultLine.Of("floor", [("against", "floor")], [Measurement.Of((FigureKind.EventsPerSecond, 9_000))]);

    [Fact]
    public void A_table_has_a_column_for_each_kind_of_figure_that_any_line_has()
    {
        var table = new ResultTable([Server, Floor]).ToString();

        Assert.Equal(
            """
                                             events/s  p99 ms
            server, <numbered>  1,000 / 1,500 / 2,000     7.5
            floor                               9,000
            """,
            table);
    }

    [Fact]
    public void A_program_reads_each_figure_with_its_least_median_and_most()
    {
        var line = Json(Report([Counted.ToVerdict("all")])).GetProperty("lines")[0];

        Assert.Equal(
            """{"name":"server, \u003Cnumbered\u003E","against":"server","batch":500,"figures":{"eventsPerSecond":{"min":1000,"median":1500,"max":2000},"p99Ms":{"min":7.5,"median":7.5,"max":7.5}}}""",
            JsonSerializer.Serialize(line));
    }

    [Fact]
    public void A_program_reads_the_share_of_the_floor_by_the_names_of_the_design()
    {
        var ratios = Json(Report([]) with { Result = Result([]) with { RatioToFloor = [(Numbering.IdOnly, [0.25, 0.75, 0.5]), (Numbering.Numbered, [0.125])] } }).GetProperty("ratioToFloor");

        Assert.Equal("""{"idOnly":0.5,"numbered":0.125}""", JsonSerializer.Serialize(ratios));
    }

    [Fact]
    public void Without_a_floor_there_is_no_share_of_it() => Assert.False(Json(Report([])).TryGetProperty("ratioToFloor", out _));

    [Fact]
    public void A_program_reads_how_many_times_the_events_of_each_peer_there_were()
    {
        var report = Json(Report([]) with { Result = Result([]) with { RatioToPeers = [("postgres", [2.5, 3.5, 3]), ("redis", [0.5])] } });

        Assert.Equal("""{"postgres":3,"redis":0.5}""", JsonSerializer.Serialize(report.GetProperty("ratioToPeers")));
        Assert.Equal("""{"postgres":[2.5,3.5,3],"redis":[0.5]}""", JsonSerializer.Serialize(report.GetProperty("ratiosToPeers")));
    }

    [Fact]
    public void What_was_not_measured_has_its_line_and_no_figures()
    {
        var result = Result([]) with { Lines = [Floor, new ResultLine("redis, not installed", [("against", "redis")], [])] };

        Assert.EndsWith("redis, not installed", new ResultTable(result.Lines).ToString(), StringComparison.Ordinal);
        Assert.Equal("{}", JsonSerializer.Serialize(Json(Report([]) with { Result = result }).GetProperty("lines")[1].GetProperty("figures")));
    }

    [Fact]
    public void A_page_shows_every_text_as_text_and_ends_no_script_early()
    {
        using var page = new StringWriter(CultureInfo.InvariantCulture);

        ResultPage.Write(Report([Counted.ToVerdict("</li><script>")]), "var plotly = '</script>';", page);

        Assert.Equal(
            (true, true, true, false, 3),
            (page.ToString().Contains("<td>server, &lt;numbered&gt;</td>", StringComparison.Ordinal), page.ToString().Contains("&lt;/li&gt;&lt;script&gt;", StringComparison.Ordinal), page.ToString().Contains(@"'<\/script>'", StringComparison.Ordinal), page.ToString().Contains("<numbered>", StringComparison.Ordinal), page.ToString().Split("</script>").Length - 1));
    }

    [Fact]
    public void Everything_that_was_sent_and_is_counted_holds() => Assert.True(Result([Counted.ToVerdict("all")]).IsWell);

    [Theory]
    [InlineData(1_001, 1_000, 1_000, null, true)]
    [InlineData(1_000, 1_000, 999, null, true)]
    [InlineData(1_000, 1_000, 1_000, "Accepted: sent 5, counted 4", true)]
    [InlineData(1_000, 1_000, 1_000, null, false)]
    public void One_that_is_missing_anywhere_fails(long sent, long acknowledged, long recounted, string? difference, bool isEqual) =>
        Assert.False(Result([new Proof(sent, acknowledged, recounted, difference, isEqual).ToVerdict("all")]).IsWell);

    [Fact]
    public void A_floor_claims_no_board() =>
        Assert.Equal("sent = kept, floor: 1,000 sent, 1,000 acknowledged, 1,000 in the file", (Counted with { Behind = Behind.Floor }).ToVerdict("floor").Text);

    [Fact]
    public void A_peer_claims_its_levels_and_a_viewer() =>
        Assert.Equal("sent = counted, redis: 1,000 sent, 1,000 acknowledged, 1,000 in its store; its levels and a viewer say the same", (Counted with { Behind = Behind.Peer }).ToVerdict("redis").Text);

    [Fact]
    public void An_aim_that_is_missed_is_told_and_fails_nothing()
    {
        var aim = LoadVerdict.Aim("0.1 x the floor; aimed at 0.5", isReached: false);

        Assert.Equal(("missed", true), (aim.Word, Result([aim]).IsWell));
    }

    private static LoadResult Result(ImmutableArray<LoadVerdict> verdicts) =>
        new([Server, Floor], verdicts, [Chart.Of("Events a second", FigureKind.EventsPerSecond, [Server, Floor])]) { Cores = new CorePlan("0", "1") };

    private static LoadReport Report(ImmutableArray<LoadVerdict> verdicts) => new(
        "ingest", "./opsboard loadtest ingest", new DateTimeOffset(2026, 11, 26, 20, 0, 0, TimeSpan.Zero), new Machine("A processor", 2, 23.5, "A system", ".NET", 0.25), 2, Result(verdicts));

    private static JsonElement Json(LoadReport report)
    {
        using var stream = new MemoryStream();
        ResultJson.Write(report, stream);
        return JsonSerializer.Deserialize<JsonElement>(stream.ToArray());
    }
}
