using System.Net;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Web.Tests.Run;

/// <summary>Configuration files that change while the server runs.</summary>
public sealed class ConfigurationWatchTests
{
    private const string Province = """{ "path": "hainan", "name": { "zh": "海南省", "en": "Hainan" } }""";
    private const string Haikou = """{ "path": "hainan/haikou", "name": { "zh": "海口市", "en": "Haikou" } }""";
    private const string Sanya = """{ "path": "hainan/sanya", "name": { "zh": "三亚市", "en": "Sanya" } }""";

    [Fact]
    public async Task A_unit_registered_while_the_server_runs_appears_on_the_board_and_is_named()
    {
        await using var server = await LiveServer.Start(RosterOf(Province, Haikou), lookEvery: TimeSpan.FromMilliseconds(100));
        await server.Board("hainan", static board => board.GetProperty("children").GetArrayLength() == 1);

        server.Clock.Now += TimeSpan.FromSeconds(1);
        await Write(server, "units.json", Units(Province, Haikou, Sanya));
        server.LookAtConfiguration();

        var board = await server.Board("hainan", static board => board.GetProperty("children").GetArrayLength() == 2);
        Assert.Equal("三亚市", board.GetProperty("children")[1].GetProperty("name").GetProperty("zh").GetString());
        Assert.Contains("三亚市", await Page(server, "/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_that_is_called_otherwise_has_its_new_name_on_the_board()
    {
        await using var server = await LiveServer.Start(RosterOf(Province, Haikou));
        await server.Board("hainan", static _ => true);

        await Write(server, "units.json", Units(Province, Haikou.Replace("海口市", "海口", StringComparison.Ordinal)));
        server.LookAtConfiguration();

        await server.Board("hainan", static board => board.GetProperty("children")[0].GetProperty("name").GetProperty("zh").GetString() == "海口");
    }

    [Fact]
    public async Task A_mistake_keeps_the_former_units_and_is_shown_until_it_is_mended()
    {
        await using var server = await LiveServer.Start(RosterOf(Province, Haikou));
        await Write(server, "units.json", Units(Province, Haikou, Sanya.Replace("zh", "cn", StringComparison.Ordinal)));

        server.LookAtConfiguration();

        var warning = Assert.Single(await Warnings(server));
        var (home, unit) = (await Page(server, "/"), await Page(server, "/units/hainan"));
        Assert.Equal(("units.json", "units.json, line 5: unit 3 ('hainan/sanya'): \"name\" needs \"zh\" and \"en\".", "2026-11-20T10:00:00.000+08:00"), warning);
        Assert.All([home, unit], static page => Assert.Contains("配置文件有误，仍按原内容运行：units.json, line 5: unit 3", page, StringComparison.Ordinal));
        Assert.Contains("海口市", home, StringComparison.Ordinal);

        await Write(server, "units.json", Units(Province, Haikou, Sanya));
        server.LookAtConfiguration();

        Assert.Empty(await Warnings(server));
        Assert.Contains("三亚市", await Page(server, "/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roster_that_goes_away_keeps_its_units_and_is_shown()
    {
        await using var server = await LiveServer.Start();
        await Write(server, "units.json", Units(Province, Haikou));
        server.LookAtConfiguration();

        File.Delete(Path.Combine(server.Data, "units.json"));
        server.LookAtConfiguration();

        Assert.StartsWith("units.json cannot be read", Assert.Single(await Warnings(server)).Text, StringComparison.Ordinal);
        Assert.Contains("海口市", await Page(server, "/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_indicators_are_in_force_at_once_and_a_mistake_in_them_keeps_the_former()
    {
        await using var server = await LiveServer.Start(RosterOf(Province));
        var packaged = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "defaults", "indicators.json"));
        await Write(server, "indicators.json", packaged.Replace("按时办结率", "按期办结率", StringComparison.Ordinal));

        server.LookAtConfiguration();

        var renamed = await server.Client.GetStringAsync("/api/v1/indicators");
        await Write(server, "indicators.json", packaged.Replace("\"numerator\"", "\"nominator\"", StringComparison.Ordinal));
        server.LookAtConfiguration();
        Assert.Contains("按期办结率", renamed, StringComparison.Ordinal);
        Assert.Equal(renamed, await server.Client.GetStringAsync("/api/v1/indicators"));
        Assert.StartsWith("indicators.json, line ", Assert.Single(await Warnings(server)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queue_machine_that_is_listed_while_the_server_runs_is_understood_at_once()
    {
        await using var server = await LiveServer.Start();
        var line = $"8201|M01||||A001|{ManualClock.Opening.ToUnixTimeMilliseconds()}";
        var before = await SendLine(server, line);

        await Write(server, "queue-machines.json", """{"version":1,"machines":[{"machine":"M01","queue":"hainan/jiyang/hall/queue"}]}""");
        server.LookAtConfiguration();

        Assert.Contains("unknown_machine", before, StringComparison.Ordinal);
        Assert.Contains("\"accepted\":1", await SendLine(server, line), StringComparison.Ordinal);
        await server.Board("hainan/jiyang", static board => board.GetProperty("gauges").GetProperty("waiting").GetInt64() == 1);
    }

    [Theory]
    [InlineData("calendar.json", """{ "version": 1, "years": [] }""")]
    [InlineData("counting.json", """{ "version": 1, "terms": [{ "unit": "*", "reviews": { "contactDays": 3, "rectifyDays": 15 }, "officeHours": { "from": "08:30", "to": "17:30" } }] }""")]
    public async Task New_terms_wait_for_the_next_start_and_the_page_says_so(string file, string content)
    {
        await using var server = await LiveServer.Start();
        await Write(server, file, content);

        server.LookAtConfiguration();

        var warning = Assert.Single(await Warnings(server));
        Assert.Equal($"{file} was changed and takes effect at the next start.", warning.Text);
        Assert.Contains($"配置文件 {file} 已修改，重新启动后生效。", await Page(server, "/"), StringComparison.Ordinal);

        await server.Restart();
        server.LookAtConfiguration();

        Assert.Empty(await Warnings(server));
    }

    [Fact]
    public async Task New_terms_with_a_mistake_are_named_before_the_next_start_fails_by_them()
    {
        await using var server = await LiveServer.Start();
        await Write(server, "calendar.json", "{ \"version\": 1,\n \"years\": [\n { \"year\": 2026 } ] }");

        server.LookAtConfiguration();

        Assert.Equal("calendar.json, line 3: the year 2026 needs \"source\": the document that orders its days off.", Assert.Single(await Warnings(server)).Text);
        File.Delete(Path.Combine(server.Data, "calendar.json"));
        server.LookAtConfiguration();
        Assert.Empty(await Warnings(server));
    }

    private static async Task<string> SendLine(LiveServer server, string line)
    {
        using var body = new StringContent(line);
        using var answer = await server.Client.PostAsync("/api/v1/adapters/queue", body);
        return await answer.Content.ReadAsStringAsync();
    }

    private static Task Write(LiveServer server, string file, string content) => File.WriteAllTextAsync(Path.Combine(server.Data, file), content);

    private static async Task<string> Page(LiveServer server, string address) => WebUtility.HtmlDecode(await server.Client.GetStringAsync(address));

    private static string Units(params string[] units) => $"{{ \"units\": [\n\n{string.Join(",\n", units)}\n]}}";

    private static Roster RosterOf(params string[] units) => RosterReader.Read(System.Text.Encoding.UTF8.GetBytes(Units(units)), "units.json");

    private static async Task<IReadOnlyList<(string? File, string Text, string? Since)>> Warnings(LiveServer server) =>
    [
        .. (await server.Get("/health/ready")).GetProperty("warnings").EnumerateArray().Select(static warning =>
            (warning.GetProperty("file").GetString(), warning.GetProperty("text").GetString()!, warning.GetProperty("since").GetString())),
    ];
}
