using System.Net;
using System.Text.Json;
using OpsBoard.Testing;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Access.SignIn;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Supervision;

/// <summary>Targets by month, duties that come round and surveys: over HTTP, as tables and as pages.</summary>
public sealed class CadenceTests
{
    private const string Duty = """{"duty":"walk-the-process","date":"2026-10-19","document":"记录"}""";

    [Fact]
    public async Task Duties_are_done_not_due_due_and_missed_and_an_inspection_outside_of_its_days_is_a_violation()
    {
        await using var server = await Configured();
        await Import(server, "duties");

        var duties = await server.Get($"{SomeLedger.Address}/duties?scope=hainan/jiyang");

        Assert.Equal(
            ["walk-the-process: done done missed notDue", "leaders-telephone-day: missed missed missed notDue", "integrity-review: missed missed missed notDue", "inspection: done missed missed missed"],
            duties.GetProperty("duties").EnumerateArray().Where(static duty => duty.GetProperty("cycle").GetString() == "quarter").Select(StatesOf));
        var outside = duties.GetProperty("duties").EnumerateArray().Last().GetProperty("units")[0].GetProperty("cells")[1].GetProperty("violations");
        Assert.Equal("2026-05-20", Assert.Single(outside.EnumerateArray()).GetProperty("date").GetString());
        Assert.EndsWith("missed done notDue", StatesOf(duties.GetProperty("duties")[2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_the_order_of_a_deed_and_its_withdrawal_the_matrix_is_the_same_and_the_withdrawn_is_not_done()
    {
        await using var server = await Configured();
        await using var other = await Configured();
        var (done, withdrawn) = (SomeLedger.Event("duty.done", "d1", "2026-10-20", Duty, "hainan/haikou"), SomeLedger.Event("duty.withdrawn", "d2", "2026-10-21", Duty, "hainan/haikou"));

        await SomeLedger.Send(server, done);
        var before = StatesOf((await server.Get($"{SomeLedger.Address}/duties?scope=hainan/haikou")).GetProperty("duties")[0]);
        await SomeLedger.Send(server, withdrawn);
        await SomeLedger.Send(other, withdrawn);
        await SomeLedger.Send(other, done);

        Assert.EndsWith("done", before, StringComparison.Ordinal);
        Assert.Equal("walk-the-process: missed missed missed notDue", StatesOf((await server.Get($"{SomeLedger.Address}/duties?scope=hainan/haikou")).GetProperty("duties")[0]));
        Assert.Equal(await Duties(server), await Duties(other));
    }

    [Theory]
    [InlineData("""{"duty":"walk-the-proces","date":"2026-10-19","document":"记录"}""", "hainan/jiyang", "unknown_duty")]
    [InlineData(Duty, "hainan", "invalid_unit")]
    [InlineData("""{"duty":"walk-the-process","date":"2027-10-19","document":"记录"}""", "hainan/jiyang", "time_out_of_range")]
    public async Task What_is_no_duty_of_the_unit_is_refused_with_the_rule(string data, string subject, string reason)
    {
        await using var server = await Configured();

        var answer = await SomeLedger.Send(server, SomeLedger.Event("duty.done", "d1", "2026-10-20", data, subject));

        Assert.Equal(reason, answer.GetProperty("results")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task The_targets_of_Jiyang_stand_as_its_documents_say()
    {
        await using var server = await Configured();
        await Declare(server);

        var (first, second) = (await Targets(server, 2022), await Targets(server, 2023));

        Assert.Equal("61 met none", first["one-thing-2022"]);
        Assert.Equal("61 behind behind", second["one-thing-2023"]);
        Assert.Equal("300 unsure behind", second["province-wide-2023"]);
        Assert.Equal("100 unsure behind", second["credit-scenes-2023"]);
        var page = await server.Client.GetStringAsync("/supervision/hainan?part=targets&year=2023&plan=credit-scenes-2023");
        Assert.Contains("≈ 100", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<td>已达到</td>", page, StringComparison.Ordinal);
        Assert.Contains("2023年优化营商环境工作要点（示例）", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_indicator_is_followed_by_month_with_what_it_was_counted_of()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await File.WriteAllTextAsync(Path.Combine(server.Data, "target-plans.json"), """{"version":1,"plans":[{"id":"zero","name":{"zh":"零跑动","en":"zero trips"},"unit":"hainan/haikou","year":2026,"indicator":"zero-trip-usage-cases","target":0.6,"document":"目标","amounts":"level","start":0.6}]}""");
        server.LookAtConfiguration();
        await server.Post(SentEvent.Accepted("c1", trips: 0), SentEvent.Accepted("c2", trips: 1), SentEvent.Accepted("c3", trips: 0));

        var cells = (await server.Get($"{SomeLedger.Address}/targets?scope=hainan")).GetProperty("targets")[0].GetProperty("periods").EnumerateArray().ToDictionary(static cell => cell.GetProperty("period").GetString()!);

        Assert.Equal((2, 3, "running"), (cells["2026-11"].GetProperty("numerator").GetInt32(), cells["2026-11"].GetProperty("denominator").GetInt32(), cells["2026-11"].GetProperty("standing").GetString()));
        Assert.Equal(("noData", "warning"), (cells["2026-10"].GetProperty("standing").GetString(), cells["2026-10"].GetProperty("marks").GetProperty("time").GetString()));
        Assert.Equal(("notBegun", "behind"), (cells["2026-12"].GetProperty("standing").GetString(), cells["2026-Q3"].GetProperty("marks").GetProperty("time").GetString()));
    }

    [Fact]
    public async Task A_mistake_in_a_file_keeps_the_former_duties_and_is_shown()
    {
        await using var server = await Configured();
        await File.WriteAllTextAsync(Path.Combine(server.Data, "duties.json"), """{"version":1,"duties":[{"id":"x"}]}""");

        server.LookAtConfiguration();

        Assert.Contains("duties.json, line 1", await server.Client.GetStringAsync("/supervision/hainan?part=duties"), StringComparison.Ordinal);
        Assert.Equal(5, (await server.Get($"{SomeLedger.Address}/duties?scope=hainan")).GetProperty("duties").GetArrayLength());
    }

    [Fact]
    public async Task Surveys_are_told_with_their_sample_and_change_no_indicator_of_reviews()
    {
        await using var server = await Configured();
        var before = await Indicators(server);

        await Import(server, "surveys");

        var surveys = (await server.Get($"{SomeLedger.Address}/surveys?scope=hainan")).GetProperty("surveys").EnumerateArray().ToList();
        Assert.Equal(["94.25 1500 92.9–95.4", "93.6 1200 92–94.9", "88.4 320 -"], surveys.Select(Told));
        Assert.Equal(before, await Indicators(server));
    }

    [Theory]
    [InlineData("duties")]
    [InlineData("surveys")]
    public async Task A_table_that_is_imported_again_is_known_and_a_wrong_row_is_named_by_its_line(string table)
    {
        await using var server = await Configured();
        var first = await Import(server, table);
        var rows = await Example(table);

        var again = await SomeLedger.Import(server, rows + rows.Split('\n')[1].Replace("2026-03-18", "2026-02-30", StringComparison.Ordinal).Replace(",share,", ",other,", StringComparison.Ordinal) + "\n", table: table);

        Assert.Equal((first.GetProperty("new").GetInt32(), 0), (again.GetProperty("known").GetInt32(), again.GetProperty("new").GetInt32()));
        Assert.StartsWith("invalid_member", Assert.Single(again.GetProperty("rejected").EnumerateArray()).GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_of_surveys_that_a_server_gives_can_be_read_in_by_another()
    {
        await using var first = await Configured();
        await using var second = await Configured();
        await Import(first, "surveys");
        var table = await first.Client.GetStringAsync($"{SomeLedger.Address}/surveys?scope=hainan&format=csv");

        await SomeLedger.Import(second, table, table: "surveys");

        Assert.Equal(table, await second.Client.GetStringAsync($"{SomeLedger.Address}/surveys?scope=hainan&format=csv"));
    }

    [Fact]
    public async Task A_county_records_its_duty_in_the_browser_withdraws_it_and_both_are_audited()
    {
        await using var server = await Configured(open: false);
        using var county = await Visitor.SignedIn(server, "county", Role.Operator, "hainan/haikou");

        using var done = await county.Post("/supervision/duty?scope=hainan/haikou", Fields("hainan/haikou"));
        var page = await county.Page("/supervision/hainan/haikou?part=duties");
        using var withdrawn = await county.Post("/supervision/withdraw?scope=hainan/haikou", Fields("hainan/haikou"));
        var after = await county.Page("/supervision/hainan/haikou?part=duties");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (done.StatusCode, withdrawn.StatusCode));
        Assert.Contains("走流程记录", page, StringComparison.Ordinal);
        Assert.DoesNotContain("走流程记录", after, StringComparison.Ordinal);
        Assert.Equal(2, server.Service<AuditTrail>().Newest(20).Count(static entry => entry is { Action: AuditActions.TaskActed, Target: "task:hainan/haikou#duty:walk-the-process" }));
    }

    [Fact]
    public async Task Another_county_an_auditor_and_a_wrong_form_record_nothing()
    {
        await using var server = await Configured(open: false);
        using var other = await Visitor.SignedIn(server, "other", Role.Operator, "hainan/sanya");
        using var auditor = await Visitor.SignedIn(server, "auditor", Role.Auditor, "hainan/haikou");

        using var foreign = await other.Post("/supervision/duty?scope=hainan/sanya", Fields("hainan/haikou"));
        using var refused = await auditor.Post("/supervision/duty?scope=hainan/haikou", Fields("hainan/haikou"));
        using var wrong = await other.Post("/supervision/survey?scope=hainan/sanya", ("unit", "hainan/sanya"), ("survey", "opinion"), ("kind", "public"), ("title", "公众评议"), ("measure", "share"), ("value", "193"), ("sample", "10"), ("institution", "局"), ("date", "2026-11-10"), ("document", "通报"));

        var page = await wrong.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest), (foreign.StatusCode, refused.StatusCode, wrong.StatusCode));
        Assert.Contains("<code>not_yours</code>", await foreign.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("<code>invalid_member</code>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"193\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/supervision/duty", await auditor.Page("/supervision/hainan/haikou?part=duties"), StringComparison.Ordinal);
        Assert.Empty(await server.Service<OpsBoard.Journal.ITaskLedger>().ReadTasks(null));
    }

    private static (string, string)[] Fields(string unit) => [("unit", unit), ("duty", "walk-the-process"), ("date", "2026-10-19"), ("document", "走流程记录"), ("note", "")];

    private static async Task<LiveServer> Configured(bool open = true)
    {
        var server = await LiveServer.Start(LiveServer.Hainan, open: open);
        SomeCadence.Configure(server);
        return server;
    }

    private static async Task Declare(LiveServer server)
    {
        using var import = await server.Client.PostAsync("/api/v1/milestones", new StringContent($"[{SomeMilestone.Json},{Credit},{ProvinceWide}]", System.Text.Encoding.UTF8, "application/json"));
        import.EnsureSuccessStatusCode();
    }

    private static string Credit => SomeMilestone.Json.Replace("one-thing", "credit-scenes", StringComparison.Ordinal).Replace("61", "100", StringComparison.Ordinal).Replace("\"exact\"", "\"about\"", StringComparison.Ordinal);

    private static string ProvinceWide => SomeMilestone.Json.Replace("one-thing", "province-wide", StringComparison.Ordinal).Replace("61", "300", StringComparison.Ordinal).Replace("\"exact\"", "\"atLeast\"", StringComparison.Ordinal);

    private static async Task<Dictionary<string, string>> Targets(LiveServer server, int year) => (await server.Get($"{SomeLedger.Address}/targets?scope=hainan&year={year}")).GetProperty("targets").EnumerateArray().ToDictionary(
        static plan => plan.GetProperty("plan").GetString()!,
        static plan =>
        {
            var whole = plan.GetProperty("periods").EnumerateArray().Last();
            var marks = plan.GetProperty("marks").EnumerateObject().Select(static mark => mark.Value.GetString()).ToList();
            return $"{(whole.TryGetProperty("numerator", out var numerator) ? numerator.GetRawText() : "-")} {whole.GetProperty("standing").GetString()} {(marks.Contains("behind") ? "behind" : marks[0])}";
        });

    private static string StatesOf(JsonElement duty) =>
        $"{duty.GetProperty("duty").GetString()}: {string.Join(' ', duty.GetProperty("units")[0].GetProperty("cells").EnumerateArray().Select(static cell => cell.GetProperty("state").GetString()))}";

    private static string Told(JsonElement survey) =>
        $"{survey.GetProperty("value").GetRawText()} {survey.GetProperty("sample").GetRawText()} {(survey.TryGetProperty("interval", out var interval) ? $"{interval.GetProperty("low").GetRawText()}–{interval.GetProperty("high").GetRawText()}" : "-")}";

    private static async Task<string> Duties(LiveServer server) => (await server.Get($"{SomeLedger.Address}/duties?scope=hainan/haikou")).GetProperty("duties").GetRawText();

    private static async Task<string> Indicators(LiveServer server) => (await server.Get("/api/v1/units/hainan")).GetProperty("indicators").GetRawText();

    private static Task<string> Example(string table) => File.ReadAllTextAsync(Path.Combine(Corpora.Repository(), "docs", "examples", $"{table}.csv"));

    private static async Task<JsonElement> Import(LiveServer server, string table) => await SomeLedger.Import(server, await Example(table), table: table);
}
