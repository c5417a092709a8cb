using System.Text.Json;
using OpsBoard.Testing;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Supervision;

/// <summary>The ledger over HTTP: events in any order, tables, and what follows from both.</summary>
public sealed class LedgerTests
{
    [Fact]
    public async Task Of_the_first_list_of_Jiyang_there_are_ten_tasks_eight_lead_units_and_sixteen_supporting_ones()
    {
        await using var server = await LiveServer.Start();

        await SomeLedger.Example(server, "supervision-jiyang-2022.csv");

        var entries = await Entries(server, "hainan/jiyang");
        Assert.Equal((10, 8, 16), (entries.Count, entries.Select(static entry => entry.GetProperty("lead").GetString()).Distinct().Count(), entries.SelectMany(static entry => entry.GetProperty("supports").EnumerateArray()).Select(static unit => unit.GetString()).Distinct().Count()));
        Assert.Equal(["营商环境", "重点项目", "基础教育", "医疗保障", "乡村公共设施维护"], entries.Take(5).Select(static entry => entry.GetProperty("title").GetString()));
        Assert.Equal(5, entries.Count(static entry => entry.GetProperty("title").GetString()!.Contains("标题未公布", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_eight_blockages_two_are_solved_two_handed_up_and_four_in_progress()
    {
        await using var server = await LiveServer.Start();

        await SomeLedger.Example(server, "blockages.csv");

        var rates = (await server.Get($"{SomeLedger.Address}?scope=hainan/jiyang")).GetProperty("problems");
        Assert.Equal("""{"all":8,"closed":2,"handedUp":2,"open":4,"withoutTransfers":6}""", rates.GetRawText());
    }

    [Theory]
    [InlineData("dd-03", "不再评定", "正常")]
    [InlineData("dd-05", "滞后", "不再评定")]
    public async Task What_was_handed_up_is_no_longer_judged_and_never_called_normal(string task, string said, string unsaid)
    {
        await using var server = await LiveServer.Start();
        await SomeLedger.Example(server, "blockages.csv");
        await server.Post(SentEvent.Accepted("c1"));
        await server.Board("hainan", static board => board.GetProperty("counts").GetProperty("accepted").GetInt64() == 1);

        var page = await server.Client.GetStringAsync($"/supervision/hainan?task={Uri.EscapeDataString($"hainan/jiyang#{task}")}");

        var sheet = page[page.IndexOf("<dl class=\"rates\"", StringComparison.Ordinal)..];
        var marks = sheet[..sheet.IndexOf("</dl>", StringComparison.Ordinal)];
        Assert.Contains(said, marks, StringComparison.Ordinal);
        Assert.DoesNotContain(unsaid, marks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_that_come_the_wrong_way_round_make_the_same_entry()
    {
        await using var server = await LiveServer.Start();
        string[] events =
        [
            SomeLedger.Event("task.closed", "e5", "2026-11-06"),
            SomeLedger.Event("task.closureRequested", "e4", "2026-11-05", """{"task":"zd-01","by":"hainan/jiyang/housing"}"""),
            SomeLedger.Event("task.started", "e3", "2026-11-04"),
            SomeLedger.Event("task.assigned", "e2", "2026-11-03"),
        ];

        await SomeLedger.Send(server, events);
        var before = await Entries(server, "hainan/jiyang");
        var answer = await SomeLedger.Send(server, [SomeTask.Json(time: "2026-11-02T09:00:00+08:00"), .. events]);

        var entry = Assert.Single(await Entries(server, "hainan/jiyang"));
        Assert.Empty(before);
        Assert.Equal((1, 4), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("duplicate").GetInt32()));
        Assert.Equal(("closed", 5), (entry.GetProperty("state").GetString(), entry.GetProperty("version").GetInt32()));
        Assert.All(entry.GetProperty("history").EnumerateArray(), static turn => Assert.False(turn.TryGetProperty("rule", out _)));
    }

    [Fact]
    public async Task What_cannot_follow_is_kept_and_listed_with_its_rule()
    {
        await using var server = await LiveServer.Start();

        await SomeLedger.Send(server, SomeTask.Json(time: "2026-11-02T09:00:00+08:00"), SomeLedger.Event("task.closed", "e5", "2026-11-06"));

        var entry = Assert.Single(await Entries(server, "hainan/jiyang"));
        Assert.Equal(("registered", "cannot_follow"), (entry.GetProperty("state").GetString(), entry.GetProperty("history")[1].GetProperty("rule").GetString()));
    }

    [Fact]
    public async Task Wrong_events_are_refused_each_with_its_rule_and_their_neighbours_are_taken()
    {
        await using var server = await LiveServer.Start();

        var answer = await SomeLedger.Send(
            server,
            SomeTask.Json(id: "a", data: SomeTask.Data.Replace("\"hainan/jiyang/housing\"", """["hainan/jiyang/housing","hainan/jiyang/tax"]""", StringComparison.Ordinal)),
            SomeTask.Json(id: "b", data: SomeTask.Data.Replace(",\"standard\":\"有开工令\"", "", StringComparison.Ordinal)),
            SomeTask.Json(id: "c", data: SomeTask.Data.Replace("2026-W50", "2025-W53", StringComparison.Ordinal)),
            SomeTask.Json(id: "d"));

        Assert.Equal("a two_leads, b missing_member, c no_such_week", string.Join(", ", answer.GetProperty("results").EnumerateArray().Select(static item => $"{item.GetProperty("id")} {item.GetProperty("reason")}")));
        Assert.Equal(1, answer.GetProperty("accepted").GetInt32());
    }

    [Fact]
    public async Task Of_a_thousand_rows_of_which_three_are_wrong_997_are_imported_and_the_three_lines_named()
    {
        await using var server = await LiveServer.Start();
        var rows = Enumerable.Range(1, 1000).Select(static number => SomeLedger.Row($"t-{number}")).ToList();
        rows[99] = SomeLedger.Row("t-100", lead: "hainan/haikou/housing;hainan/haikou/health");
        rows[499] = SomeLedger.Row("t-500", due: "2025-W53");
        rows[899] = SomeLedger.Row("t-900", days: "2026-03-02,,,,2026-03-09,");

        var report = await SomeLedger.Import(server, SomeLedger.Table(rows));

        Assert.Equal((1000, 997), (report.GetProperty("rows").GetInt32(), report.GetProperty("new").GetInt32()));
        Assert.Equal(["101 two_leads", "501 no_such_week", "901 cannot_follow"], report.GetProperty("rejected").EnumerateArray().Select(static note => $"{note.GetProperty("line")} {note.GetProperty("text").GetString()!.Split(':')[0]}"));
        Assert.Equal(997, (await server.Get($"{SomeLedger.Address}?scope=hainan/haikou")).GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task A_table_that_is_imported_again_changes_nothing_and_a_further_day_goes_on()
    {
        await using var server = await LiveServer.Start();
        await SomeLedger.Import(server, SomeLedger.Table(SomeLedger.Row("t-1")));

        var again = await SomeLedger.Import(server, SomeLedger.Table(SomeLedger.Row("t-1")));
        var further = await SomeLedger.Import(server, SomeLedger.Table(SomeLedger.Row("t-1", days: "2026-03-02,2026-03-03,,,,")));
        var other = await SomeLedger.Import(server, SomeLedger.Table(SomeLedger.Row("t-1", standard: "另一标准")));

        Assert.Equal((1, 1, 1), (again.GetProperty("known").GetInt32(), further.GetProperty("new").GetInt32(), other.GetProperty("conflicts").GetArrayLength()));
        Assert.Equal("assigned", Assert.Single(await Entries(server, "hainan")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_table_that_a_server_gives_can_be_read_in_by_another()
    {
        await using var first = await LiveServer.Start();
        await using var second = await LiveServer.Start();
        await SomeLedger.Import(first, SomeLedger.Year);
        var table = await first.Client.GetStringAsync($"{SomeLedger.Address}?scope=hainan&format=csv", TestContext.Current.CancellationToken);

        var report = await SomeLedger.Import(second, table);

        Assert.Equal((4, 4), (report.GetProperty("rows").GetInt32(), report.GetProperty("new").GetInt32()));
        Assert.Equal(table, await second.Client.GetStringAsync($"{SomeLedger.Address}?scope=hainan&format=csv", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_table_of_an_office_may_have_its_own_words()
    {
        await using var server = await LiveServer.Start();

        var report = await SomeLedger.Import(server, "\uFEFF督办单位,编号,类别,事项,牵头单位,协办单位,责任人员,节点目标,完成时限,工作标准,立项日期\r\nhainan/haikou,t-1,整改,窗口标识,hainan/haikou/housing,hainan/haikou/health、hainan/haikou/taxation,岗位,更换,2026-W50,一致,2026-03-02\r\n");

        var entry = Assert.Single(await Entries(server, "hainan"));
        Assert.Equal((1, "rectification", 2), (report.GetProperty("new").GetInt32(), entry.GetProperty("kind").GetString(), entry.GetProperty("supports").GetArrayLength()));
    }

    [Fact]
    public async Task The_ledger_can_be_read_as_it_was_known_at_an_instant()
    {
        await using var server = await LiveServer.Start();
        await SomeLedger.Send(server, SomeTask.Json(time: "2026-11-02T09:00:00+08:00"));
        server.Clock.Now = server.Clock.Now.AddHours(1);
        await SomeLedger.Send(server, SomeLedger.Event("task.assigned", "e2", "2026-11-03"));

        var then = await server.Get($"{SomeLedger.Address}?scope=hainan/jiyang&at=2026-11-20T10:30:00%2B08:00");
        var now = await server.Get($"{SomeLedger.Address}?scope=hainan/jiyang");

        Assert.Equal(("registered", "assigned"), (then.GetProperty("entries")[0].GetProperty("state").GetString(), now.GetProperty("entries")[0].GetProperty("state").GetString()));
    }

    [Theory]
    [InlineData("?kind=other", 400)]
    [InlineData("?state=other", 400)]
    [InlineData("?at=yesterday", 400)]
    [InlineData("?scope=a//b", 400)]
    [InlineData("?state=closed&kind=blockage", 200)]
    public async Task What_is_no_kind_state_instant_or_scope_is_refused(string query, int status)
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);

        Assert.Equal(status, (int)(await server.Client.GetAsync(SomeLedger.Address + query, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("text/plain", "ledger", 415)]
    [InlineData("text/csv", "", 400)]
    [InlineData("text/csv", "ledger,task\r\n", 400)]
    public async Task What_is_no_table_of_a_ledger_is_refused_as_a_whole(string type, string body, int status)
    {
        await using var server = await LiveServer.Start();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, type);

        Assert.Equal(status, (int)(await server.Client.PostAsync($"{SomeLedger.Address}/import?scope=hainan", content, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_server_that_was_restarted_has_the_same_ledger()
    {
        await using var server = await LiveServer.Start();
        await SomeLedger.Import(server, SomeLedger.Year);
        var before = await server.Client.GetStringAsync($"{SomeLedger.Address}?scope=hainan");

        await server.Restart();

        Assert.Equal(before, await server.Client.GetStringAsync($"{SomeLedger.Address}?scope=hainan"));
    }

    private static async Task<List<JsonElement>> Entries(LiveServer server, string scope) =>
        [.. (await server.Get($"{SomeLedger.Address}?scope={scope}")).GetProperty("entries").EnumerateArray()];
}
