using System.Net;
using System.Text;
using System.Text.Json;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Tests.Intake;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Milestones;

public sealed class MilestoneTests
{
    private const string Address = "/api/v1/milestones";

    [Fact]
    public async Task A_declaration_is_taken_once_and_told_with_its_document()
    {
        await using var server = await LiveServer.Start();

        var (first, again) = (await Declare(server, SomeMilestone.Json), await Declare(server, SomeMilestone.Json));

        Assert.Equal(((1, 0, 0, 0), (0, 1, 0, 0)), (first.Counts, again.Counts));
        Assert.Equal(
            """{"scope":"hainan","milestones":[{"unit":"hainan/jiyang","id":"one-thing","current":{"value":61,"qualifier":"exact","document":"年度工作总结","documentDate":"2022-12-30","declaredBy":"营商环境建设局","declaredAt":"2026-11-20T10:00:00.000+08:00"},"history":[]}]}""",
            await server.Client.GetStringAsync($"{Address}?scope=hainan", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_newer_document_takes_the_place_of_the_older_one_which_stays_as_history()
    {
        await using var server = await LiveServer.Start();
        await Declare(server, $"[{SomeMilestone.Json.Replace("61", "80", StringComparison.Ordinal).Replace("2022-12-30", "2023-07-31", StringComparison.Ordinal)},{SomeMilestone.Json}]");

        var told = (await server.Get($"{Address}?scope=hainan/jiyang")).GetProperty("milestones")[0];

        Assert.Equal((80, 61), (told.GetProperty("current").GetProperty("value").GetInt32(), told.GetProperty("history")[0].GetProperty("value").GetInt32()));
        Assert.Empty((await server.Get($"{Address}?scope=hainan/haikou")).GetProperty("milestones").EnumerateArray());
    }

    [Fact]
    public async Task Each_item_of_an_array_is_answered_for_itself()
    {
        await using var server = await LiveServer.Start();
        await Declare(server, SomeMilestone.Json);

        var reply = await Declare(server, $$"""[{{SomeMilestone.Json.Replace("61", "62", StringComparison.Ordinal)}},{{SomeMilestone.Json}},{"id":"x","person":"y"},7,{{SomeMilestone.Json.Replace("one-thing", "credit", StringComparison.Ordinal)}}]""");

        Assert.Equal((1, 1, 1, 2), reply.Counts);
        Assert.Equal("0 one-thing conflict -; 1 one-thing duplicate -; 2 x rejected unknown_member; 3 - rejected not_an_object", reply.Results);
    }

    [Theory]
    [InlineData("application/json", "7", 400)]
    [InlineData("application/json", "[]", 400)]
    [InlineData("application/json", "{", 400)]
    [InlineData("text/csv", "a,b", 415)]
    [InlineData("application/cloudevents+json", "{}", 415)]
    public async Task A_body_that_is_no_declaration_is_refused_as_a_whole(string type, string body, int status)
    {
        await using var server = await LiveServer.Start();

        Assert.Equal(status, (await Send(server, body, type)).Status);
    }

    [Fact]
    public async Task More_than_a_thousand_are_refused_as_a_whole()
    {
        await using var server = await LiveServer.Start();

        Assert.Equal(413, (await Declare(server, $"[{string.Join(',', Enumerable.Repeat("{}", 1001))}]")).Status);
    }

    [Fact]
    public async Task A_closed_server_takes_and_tells_no_milestones()
    {
        await using var server = await LiveServer.Start(open: false);

        Assert.Equal(401, (await Declare(server, SomeMilestone.Json)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.GetAsync(Address, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("?format=csv", "application/json")]
    [InlineData("", "text/csv")]
    public async Task The_list_is_there_as_a_table_whose_texts_no_spreadsheet_runs(string query, string accept)
    {
        await using var server = await LiveServer.Start();
        await Declare(server, SomeMilestone.Json.Replace("年度工作总结", "=1+1,\\\"甲\\\"", StringComparison.Ordinal));
        using var request = new HttpRequestMessage(HttpMethod.Get, Address + query);
        request.Headers.Add("Accept", accept);

        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            "\uFEFFunit,id,nameZh,nameEn,value,qualifier,document,documentDate,declaredBy,note,targetValue,targetYear,targetDocument,declaredAt,current\r\n"
            + "hainan/jiyang,one-thing,,,61,exact,\"'=1+1,\"\"甲\"\"\",2022-12-30,营商环境建设局,,,,,2026-11-20T10:00:00.000+08:00,true\r\n",
            Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_scope_that_is_no_unit_path_is_a_problem_with_its_reason()
    {
        await using var server = await LiveServer.Start();

        using var answer = await server.Client.GetAsync($"{Address}?scope=Hainan", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task The_example_file_is_declared_into_a_running_server_and_into_a_stopped_one()
    {
        await using var server = await LiveServer.Start();
        var file = Path.Combine(Corpora.Repository(), "docs", "examples", "milestones.csv");

        var running = await OpsBoardProcess.Run("import", file, "--milestones", "--data", server.Data);
        await server.Pause();
        var stopped = await OpsBoardProcess.Run("import", file, "--milestones", "--data", server.Data);

        await server.Resume();
        Assert.Equal((0, 0), (running.ExitStatus, stopped.ExitStatus));
        Assert.Contains("6 new, 0 already known", running.Output, StringComparison.Ordinal);
        Assert.Contains("0 new, 6 already known", stopped.Output, StringComparison.Ordinal);
        Assert.Equal(5, (await server.Get($"{Address}?scope=hainan")).GetProperty("milestones").GetArrayLength());
    }

    [Fact]
    public async Task The_example_catalogue_is_listed_in_a_journal_by_the_program_itself()
    {
        await using var server = await LiveServer.Start();
        var examples = Path.Combine(Corpora.Repository(), "docs", "examples");

        var listed = await OpsBoardProcess.Run("import", Path.Combine(examples, "items.csv"), "--map", Path.Combine(examples, "items.map.json"), "--data", server.Data);

        Assert.Equal((0, "10 rows, 10 events: 10 new, 0 already known, 0 conflicts, 0 rejected.\n"), (listed.ExitStatus, listed.Output));
        Assert.True((await server.Journal.Recount(UnitPath.Parse("hainan"), null, cancellation: TestContext.Current.CancellationToken)).Equal);
    }

    private static Task<IntakeReply> Declare(LiveServer server, string json) => Send(server, json, "application/json");

    private static async Task<IntakeReply> Send(LiveServer server, string body, string type)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await server.Client.PostAsync(Address, content, TestContext.Current.CancellationToken);
        return await IntakeReply.Of(answer);
    }
}
