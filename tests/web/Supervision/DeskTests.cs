using System.Net;
using System.Text.RegularExpressions;
using OpsBoard.Events;
using OpsBoard.Supervision;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Access.SignIn;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Supervision;

/// <summary>What people do with the ledger in the browser, each within his scope.</summary>
public sealed partial class DeskTests
{
    private const string Task = "hainan/haikou#zd-01";

    private static readonly (string, string)[] Fields =
    [
        ("ledger", "hainan/haikou"), ("task", "zd-01"), ("kind", "keyWork"), ("title", "审批提速"), ("lead", "hainan/haikou/housing"), ("supports", "hainan/haikou/health"),
        ("officer", "科长（岗位）"), ("goal", "全部按时办结"), ("due", "2026-W50"), ("standard", "没有超期件"), ("document", ""), ("origin", ""),
    ];

    [Fact]
    public async Task The_county_registers_assigns_and_closes_and_its_department_does_the_work_between()
    {
        await using var server = await Closed();
        using var county = await Visitor.SignedIn(server, "county", Role.Operator, "hainan/haikou");
        using var office = await Visitor.SignedIn(server, "office", Role.Operator, "hainan/haikou/housing");

        string[] said =
        [
            await Register(county, Fields),
            await Act(county, "hainan/haikou", "assigned", 1),
            await Act(office, "hainan/haikou/housing", "started", 2),
            await Act(office, "hainan/haikou/housing", "closureRequested", 3),
            await Act(office, "hainan/haikou/housing", "closed", 4),
            await Act(county, "hainan/haikou", "closed", 4),
        ];

        Assert.Equal(["accepted", "accepted", "accepted", "accepted", "not_yours", "accepted"], said);
        var view = TaskLedger.Of(TaskId.Parse(Task), await server.Service<OpsBoard.Journal.ITaskLedger>().ReadTask(TaskId.Parse(Task), TestContext.Current.CancellationToken));
        Assert.Equal(TaskState.Closed, view.State);
        Assert.Equal(["hainan/haikou", "hainan/haikou", "hainan/haikou/housing", "hainan/haikou/housing", "hainan/haikou"], view.Turns.Select(static turn => $"{turn.Record.Event.By}"));
        Assert.Equal(5, server.Service<AuditTrail>().Newest(20).Count(static entry => entry is { Action: AuditActions.TaskActed, Target: $"task:{Task}" }));
    }

    [Fact]
    public async Task Who_comes_second_is_told_that_somebody_else_was_first()
    {
        await using var server = await Closed();
        using var county = await Visitor.SignedIn(server, "county", Role.Operator, "hainan/haikou");
        await Register(county, Fields);

        var (first, second) = (await Act(county, "hainan/haikou", "assigned", 1), await Act(county, "hainan/haikou", "handedUp", 1));

        Assert.Equal(("accepted", "conflict"), (first, second));
    }

    [Fact]
    public async Task What_cannot_follow_is_not_stored_and_the_rule_is_told()
    {
        await using var server = await Closed();
        using var county = await Visitor.SignedIn(server, "county", Role.Leader, "hainan/haikou");
        await Register(county, Fields);

        Assert.Equal("cannot_follow", await Act(county, "hainan/haikou", "closed", 1));
        Assert.Single(await server.Service<OpsBoard.Journal.ITaskLedger>().ReadTask(TaskId.Parse(Task), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Another_county_neither_sees_nor_writes_the_entry_and_an_auditor_only_sees_it()
    {
        await using var server = await Closed();
        using var county = await Visitor.SignedIn(server, "county", Role.Operator, "hainan/haikou");
        using var other = await Visitor.SignedIn(server, "other", Role.Operator, "hainan/sanya");
        using var auditor = await Visitor.SignedIn(server, "auditor", Role.Auditor, "hainan/haikou");
        await Register(county, Fields);

        Assert.Equal("not_yours", await Act(other, "hainan/sanya", "assigned", 1));
        Assert.Equal(HttpStatusCode.Forbidden, await other.StatusOf("/supervision/hainan/haikou"));
        Assert.DoesNotContain("审批提速", await other.Page("/supervision/hainan/sanya"), StringComparison.Ordinal);
        Assert.DoesNotContain("审批提速", await other.Page($"/supervision/hainan/sanya?task={Uri.EscapeDataString(Task)}"), StringComparison.Ordinal);
        var page = await auditor.Page("/supervision/hainan/haikou?new=1");
        Assert.Contains("审批提速", page, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/supervision/", page, StringComparison.Ordinal);
        using var refused = await auditor.Post("/supervision/register?scope=hainan/haikou", Fields);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData("due", "2025-W53", "no_such_week")]
    [InlineData("lead", "hainan/haikou/housing hainan/haikou/taxation", "two_leads")]
    [InlineData("standard", "", "missing_member")]
    [InlineData("lead", "hainan/haikou/nobody", "unknown_unit")]
    [InlineData("ledger", "hainan/sanya", "not_yours")]
    public async Task A_refused_form_stands_there_again_with_the_rule_and_what_was_typed(string field, string value, string rule)
    {
        await using var server = await Closed();
        using var county = await Visitor.SignedIn(server, "county", Role.Operator, "hainan/haikou");

        using var answer = await county.Post("/supervision/register?scope=hainan/haikou", [.. Fields.Select(each => each.Item1 == field ? (field, value) : each)]);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"<code>{rule}</code>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"全部按时办结\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overdue_bad_review_becomes_an_entry_in_two_clicks_and_each_leads_to_the_other()
    {
        await using var server = await Closed();
        await server.Journal.Append([Some.Event(EventKind.ReviewSubmitted, "r5-submitted", new Facts { Review = "r5", Stars = 1 }, Some.NowMs - (40 * 86_400_000L))], TestContext.Current.CancellationToken);
        using var county = await Visitor.SignedIn(server, "county", Role.Operator, "hainan/haikou");

        var first = Hrefs(await county.Page("/reviews/hainan/haikou")).Single(static href => href.Contains("new=1", StringComparison.Ordinal));
        var form = await county.Page(first);
        using var second = await county.Post(FormAddress().Match(form).Groups["address"].Value.Replace("&amp;", "&", StringComparison.Ordinal), FieldsOf(form));

        var there = Hrefs(await county.Page("/reviews/hainan/haikou")).Single(static href => href.StartsWith("/supervision/hainan/haikou/housing?task=", StringComparison.Ordinal));
        var entry = await county.Page($"{there}&tab=duty");
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Contains("/reviews/hainan/haikou/housing/w01", Hrefs(entry));
        Assert.Equal("rectification", (await Ledger(server)).Single().Facts.Plan is { } plan ? TaskKinds.WordOf(plan.Kind) : null);
    }

    [Fact]
    public async Task Overdue_cases_and_silence_of_a_unit_lead_to_entries_too()
    {
        await using var server = await Closed();
        await server.Journal.Append([Some.Accepted("late", atMs: Some.NowMs - (9 * 86_400_000L), dueMs: Some.NowMs - 86_400_000L)], TestContext.Current.CancellationToken);
        using var county = await Visitor.SignedIn(server, "county", Role.Operator, "hainan/haikou");

        var hrefs = Hrefs(await county.Page("/units/hainan/haikou/housing"));

        Assert.Contains("/supervision/hainan/haikou/housing?new=1&origin=cases%3Ahainan%2Fhaikou%2Fhousing", hrefs);
        Assert.Contains("/supervision/hainan/haikou/housing?new=1&origin=silence%3Ahainan%2Fhaikou%2Fhousing", hrefs);
    }

    [Fact]
    public async Task A_plan_is_changed_as_a_whole_with_its_reason_and_what_held_before_stays_in_the_history()
    {
        await using var server = await Closed();
        using var county = await Visitor.SignedIn(server, "county", Role.Operator, "hainan/haikou");
        await Register(county, [.. Fields, ("steps", "2026-W48 方案\r\n2026-W49 试行"), ("quantity", "12"), ("byMonth", "0 0 0 0 0 0 0 0 0 0 6 12")]);

        var form = await county.Page("/supervision/hainan/haikou?task=hainan%2Fhaikou%23zd-01&amend=1");
        var said = await Amend(county, 1, ("due", "2026-W52"), ("steps", "2026-W50 方案"), ("note", "系统对接延后"));

        var view = TaskLedger.Of(TaskId.Parse(Task), await server.Service<OpsBoard.Journal.ITaskLedger>().ReadTask(TaskId.Parse(Task), TestContext.Current.CancellationToken));
        Assert.Contains("2026-W48 方案\n2026-W49 试行</textarea>", WebUtility.HtmlDecode(form), StringComparison.Ordinal);
        Assert.Equal(("accepted", "2026-W52", "2026-W50 方案", 2L), (said, $"{view.Plan!.Due}", $"{view.Plan.Steps.Single().Week} {view.Plan.Steps.Single().Text}", view.Version));
        Assert.Equal(("2026-W50", "系统对接延后"), ($"{view.Turns[0].Record.Event.Facts.Plan!.Due}", view.Turns[1].Record.Event.Facts.Note));
        Assert.Contains("系统对接延后", await county.Page("/supervision/hainan/haikou?task=hainan%2Fhaikou%23zd-01"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("note", "", "missing_member", 400)]
    [InlineData("due", "2026-W54", "no_such_week", 400)]
    [InlineData("lead", "hainan/haikou/housing hainan/haikou/taxation", "two_leads", 400)]
    [InlineData("kind", "blockage", "cannot_follow", 400)]
    public async Task A_change_that_is_refused_stands_there_again_with_the_rule_and_what_was_typed(string field, string value, string rule, int status)
    {
        await using var server = await Closed();
        using var county = await Visitor.SignedIn(server, "county", Role.Operator, "hainan/haikou");
        await Register(county, Fields);

        using var answer = await county.Post("/supervision/amend?scope=hainan/haikou", Amended(1, ("title", "审批再提速"), ("note", "说明"), (field, value)));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains($"<code>{rule}</code>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"审批再提速\"", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/supervision/amend", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_changes_a_plan_that_somebody_else_changed_meanwhile_is_told_so_and_sees_what_holds_now()
    {
        await using var server = await Closed();
        using var county = await Visitor.SignedIn(server, "county", Role.Operator, "hainan/haikou");
        await Register(county, Fields);
        await Act(county, "hainan/haikou", "assigned", 1);

        using var answer = await county.Post("/supervision/amend?scope=hainan/haikou", Amended(1, ("note", "说明")));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("name=\"version\" value=\"2\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lead_unit_cannot_change_what_it_is_held_to()
    {
        await using var server = await Closed();
        using var county = await Visitor.SignedIn(server, "county", Role.Operator, "hainan/haikou");
        using var office = await Visitor.SignedIn(server, "office", Role.Operator, "hainan/haikou/housing");
        await Register(county, Fields);

        using var answer = await office.Post("/supervision/amend?scope=hainan/haikou/housing", Amended(1, ("note", "说明")));

        Assert.Equal("not_yours", SaidIn(answer));
        Assert.DoesNotContain("amend=1", await office.Page("/supervision/hainan/haikou/housing?task=hainan%2Fhaikou%23zd-01"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_that_stands_in_a_ledger_sees_what_is_asked_of_it_though_it_never_reported_and_is_not_registered()
    {
        await using var server = await LiveServer.Start();
        await SomeLedger.Import(server, SomeLedger.Table(SomeLedger.Row("zd-01", lead: "hainan/haikou/library")));

        var page = await server.Client.GetStringAsync("/supervision/hainan/haikou/library");
        using var other = await server.Client.GetAsync("/supervision/hainan/haikou/museum", TestContext.Current.CancellationToken);

        Assert.Contains("事项 zd-01", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    private static async Task<string> Amend(Visitor visitor, int version, params (string, string)[] changes)
    {
        using var answer = await visitor.Post("/supervision/amend?scope=hainan/haikou", Amended(version, changes));
        return SaidIn(answer);
    }

    private static (string, string)[] Amended(int version, params (string Name, string Value)[] changes) =>
    [
        .. Fields.Where(field => field.Item1 is not ("ledger" or "task") && changes.All(change => change.Name != field.Item1)),
        .. changes.Reverse().DistinctBy(static change => change.Name),
        ("entry", Task), ("version", $"{version}"),
    ];

    private static Task<LiveServer> Closed() => LiveServer.Start(LiveServer.Hainan, open: false);

    private static async Task<List<TaskEvent>> Ledger(LiveServer server) =>
        [.. (await server.Service<OpsBoard.Journal.ITaskLedger>().ReadTasks(UnitPath.Parse("hainan"))).Select(static record => record.Event)];

    private static async Task<string> Register(Visitor visitor, (string, string)[] fields)
    {
        using var answer = await visitor.Post("/supervision/register?scope=hainan/haikou", fields);
        return SaidIn(answer);
    }

    private static async Task<string> Act(Visitor visitor, string scope, string act, int version)
    {
        using var answer = await visitor.Post($"/supervision/act?scope={scope}", ("task", Task), ("act", act), ("version", $"{version}"), ("note", "说明"));
        return SaidIn(answer);
    }

    private static string SaidIn(HttpResponseMessage answer) => answer.Headers.Location?.ToString().Split("said=")[^1] ?? $"{answer.StatusCode}";

    private static List<string> Hrefs(string page) => [.. Href().Matches(page).Select(static match => match.Groups["href"].Value.Replace("&amp;", "&", StringComparison.Ordinal))];

    // As a browser would send the form: what stands in its fields.
    private static (string, string)[] FieldsOf(string page) =>
    [
        .. Input().Matches(page[page.IndexOf("id=\"register\"", StringComparison.Ordinal)..]).Where(static match => TaskDraftFields.Contains(match.Groups["name"].Value)).Select(static match => (match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value))),
        ("kind", Selected().Match(page).Groups["value"].Value),
    ];

    private static IReadOnlyList<string> TaskDraftFields => Web.Supervision.TaskDraft.Fields;

    [GeneratedRegex("href=\"(?<href>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Href();

    [GeneratedRegex("action=\"(?<address>/supervision/register[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FormAddress();

    [GeneratedRegex("<input [^>]*name=\"(?<name>[a-z]+)\"[^>]*value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Input();

    [GeneratedRegex("<option value=\"(?<value>[a-zA-Z]+)\" selected", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Selected();
}
