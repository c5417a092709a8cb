using System.Text.Json;
using Microsoft.Playwright;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens;

/// <summary>Tile, table, twin, API and CSV of one server agree on the state of every number, in both languages.</summary>
public sealed class FiveStatesTests(Browser browser)
{
    private const string Roster =
        """
        {"version":1,"units":[
          {"path":"hainan","name":{"zh":"海南省","en":"Hainan"},"peerGroup":"province"},
          {"path":"hainan/haikou","name":{"zh":"海口市","en":"Haikou"},"peerGroup":"county","tile":[1,1]},
          {"path":"hainan/sanya","name":{"zh":"三亚市","en":"Sanya"},"peerGroup":"county","tile":[1,2]},
          {"path":"hainan/wenchang","name":{"zh":"文昌市","en":"Wenchang"},"peerGroup":"county","tile":[1,3]},
          {"path":"hainan/qionghai","name":{"zh":"琼海市","en":"Qionghai"},"peerGroup":"county","tile":[2,1]},
          {"path":"hainan/wanning","name":{"zh":"万宁市","en":"Wanning"},"peerGroup":"county","tile":[2,2]},
          {"path":"hainan/sansha","name":{"zh":"三沙市","en":"Sansha"},"peerGroup":"county","tile":"apart","reporting":false}
        ]}
        """;

    // Each unit with its count of accepted cases and its share of those without a trip: text and state.
    private static readonly string[] Chinese =
    [
        "hainan/haikou | 1 ok | 100.0% ok",
        "hainan/qionghai | 未上报 notReporting | 未上报 notReporting",
        "hainan/sansha | 不适用 notApplicable | 不适用 notApplicable",
        "hainan/sanya | 1 stale | 100.0% stale",
        "hainan/wanning | 0 ok | — noData",
        "hainan/wenchang | 未上报 notReporting | 未上报 notReporting",
    ];

    private static readonly string[] English =
    [
        "hainan/haikou | 1 ok | 100.0% ok",
        "hainan/qionghai | No report notReporting | No report notReporting",
        "hainan/sansha | N/A notApplicable | N/A notApplicable",
        "hainan/sanya | 1 stale | 100.0% stale",
        "hainan/wanning | 0 ok | — noData",
        "hainan/wenchang | No report notReporting | No report notReporting",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_place_where_a_number_stands_names_the_same_state()
    {
        await using var server = await Reporting();

        var chinese = await Table(server, "zh-CN");
        var english = await Table(server, "en");
        var tiles = await Tiles(server, "zh-CN");
        var board = (await server.Get("/api/v1/units/hainan")).GetProperty("shown");
        var twin = await Table(server, "zh-CN", "table");
        var csv = await server.Client.GetStringAsync("/api/v1/rankings/zero-trip-usage-cases?scope=hainan&period=today&format=csv", Cancel);

        Assert.Equal(Chinese, chinese, StringComparer.Ordinal);
        Assert.Equal(English, english, StringComparer.Ordinal);
        Assert.Equal(Chinese.Select(static row => row[..row.LastIndexOf(" | ", StringComparison.Ordinal)]), tiles, StringComparer.Ordinal);
        Assert.Equal(Chinese, Pushed(board), StringComparer.Ordinal);
        Assert.Equal(Chinese, twin, StringComparer.Ordinal);
        Assert.Equal(
            ["hainan/haikou 100.0% ok", "hainan/qionghai  notReporting", "hainan/sansha  notApplicable", "hainan/sanya 100.0% stale", "hainan/wanning  noData", "hainan/wenchang  notReporting"],
            csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(static line => line.Split(',')).Select(static cells => $"{cells[0]} {cells[5]} {cells[6]}").Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static async Task<LiveServer> Reporting()
    {
        var server = await LiveServer.Start(RosterReader.Read(System.Text.Encoding.UTF8.GetBytes(Roster), "units.json"));
        var now = ManualClock.Opening;
        await server.Post(
            SentEvent.Accepted("c1", trips: 0),
            SentEvent.Accepted("c2", trips: 0, "hainan/sanya/housing/w01", now.AddMinutes(-5)),
            SentEvent.Accepted("c3", trips: 0, "hainan/wenchang/housing/w01", now.AddMinutes(-30)),
            SentEvent.Of("window.heartbeat", "beat", "hainan/wanning/housing/w01", now, new { }));
        await server.Board("hainan", static board => board.GetProperty("shown").GetProperty("hainan/wanning.accepted").GetProperty("s").GetString() == "ok"
            && board.GetProperty("shown").GetProperty("hainan/haikou.accepted").GetProperty("s").GetString() == "ok"
            && board.GetProperty("shown").GetProperty("hainan/sanya.accepted").GetProperty("s").GetString() == "stale");
        return server;
    }

    private async Task<string[]> Table(LiveServer server, string language, string screen = "units")
    {
        var page = await browser.Open($"{server.Address}/{screen}/hainan", 1920, 1080, script: true, language);
        await page.SettledAsync();
        var rows = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('tr[data-unit]')].map(row => [row.dataset.unit, ...['accepted', 'zeroTripShare'].map(figure => {
              const n = row.querySelector(`[data-k='${row.dataset.unit}.${figure}']`);
              return `${n.textContent} ${n.dataset.s}`;
            })].join(' | ')).sort()
            """);
        await page.Context.CloseAsync();
        return rows;
    }

    private async Task<string[]> Tiles(LiveServer server, string language)
    {
        var page = await browser.Open($"{server.Address}/wall/hainan", 1920, 1080, script: true, language);
        await page.SettledAsync();
        var tiles = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.tile')].map(tile => { const n = tile.querySelector('[data-k$=\".accepted\"]'); return `${tile.dataset.unit} | ${n.textContent} ${n.dataset.s}`; }).sort()");
        await page.Context.CloseAsync();
        return tiles;
    }

    private static IEnumerable<string> Pushed(JsonElement shown) => shown.EnumerateObject()
        .Where(static figure => figure.Name.EndsWith(".accepted", StringComparison.Ordinal) && figure.Name.Contains('/', StringComparison.Ordinal))
        .Select(static figure => figure.Name[..figure.Name.IndexOf('.', StringComparison.Ordinal)])
        .Order(StringComparer.Ordinal)
        .Select(unit => $"{unit} | {Text(shown.GetProperty($"{unit}.accepted"))} | {Text(shown.GetProperty($"{unit}.zeroTripShare"))}");

    private static string Text(JsonElement figure)
    {
        var text = figure.GetProperty("t");
        return $"{(text.ValueKind == JsonValueKind.Array ? text[0] : text).GetString()} {figure.GetProperty("s").GetString()}";
    }
}
