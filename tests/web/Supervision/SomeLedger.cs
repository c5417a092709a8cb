using System.Text;
using System.Text.Json;
using OpsBoard.Testing;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Supervision;

/// <summary>Ledgers as tables, and how they come to a server.</summary>
internal static class SomeLedger
{
    public const string Address = "/api/v1/supervision";

    public const string Header = "ledger,task,kind,title,lead,supports,officer,goal,due,standard,registeredOn,assignedOn,startedOn,requestedOn,closedOn,handedUpOn";

    /// <summary>One of each mark: behind, short of a month's quantity, explained, solved, handed up.</summary>
    public const string Year =
        """
        ledger,task,kind,title,lead,supports,officer,goal,due,standard,steps,difficulty,difficultyOwner,difficultyVersion,quantity,byMonth,document,registeredOn,assignedOn,startedOn,value,qualifier,valueOn,explainedTo,explanation,explainedOn,requestedOn,closedOn,handedUpOn
        hainan/haikou,zd-01,keyWork,审批提速,hainan/haikou/housing,hainan/haikou/health;hainan/haikou/taxation,审批科负责人（岗位）,全部按时办结,2026-W53,没有超期件,2026-W10 梳理清单;2026-W30 简化材料;2026-W52 总结,1.2,市营商环境局,2026-1,120,10;20;30;40;50;60;70;80;90;100;110;120,2026年重点工作清单,2026-01-12,2026-01-13,2026-01-19,100,atLeast,2026-11-02,,,,,,
        hainan/haikou,zd-02,challenge,一件事一次办,hainan/haikou/taxation,,科长（岗位）,上线,2026-W40,群众只跑一次,,,,,,,,2026-02-02,2026-02-03,2026-02-09,,,,2026-W50,系统对接延后,2026-09-21,,,
        hainan/haikou,dd-01,blockage,材料重复提交,hainan/haikou/housing,,窗口负责人（岗位）,免提交,2026-W20,不再收取,,,,,,,,2026-03-02,,2026-03-03,,,,,,,,2026-04-20,
        hainan,dd-02,unresolved,跨省数据不通,hainan/haikou/health,,窗口负责人（岗位）,打通,2026-W30,能查询,,,,,,,,2025-12-22,,2026-01-05,,,,,,,,,2026-05-11
        """;

    public static string Row(
        string task, string lead = "hainan/haikou/housing", string due = "2026-W50", string standard = "有记录", string kind = "keyWork", string ledger = "hainan/haikou", string days = "2026-03-02,,,,,") =>
        $"{ledger},{task},{kind},事项 {task},{lead},,岗位,目标,{due},{standard},{days}";

    public static string Table(params IEnumerable<string> rows) => string.Join("\r\n", rows.Prepend(Header)) + "\r\n";

    public static async Task<JsonElement> Import(LiveServer server, string rows, string scope = "hainan", string table = "entries")
    {
        using var body = new StringContent(rows, Encoding.UTF8, "text/csv");
        using var answer = await server.Client.PostAsync($"{Address}/import?scope={scope}&table={table}", body);
        return Read(await answer.Content.ReadAsStringAsync());
    }

    public static async Task<JsonElement> Example(LiveServer server, string name) =>
        await Import(server, await File.ReadAllTextAsync(Path.Combine(Corpora.Repository(), "docs", "examples", name)));

    public static async Task<JsonElement> Send(LiveServer server, params IEnumerable<string> events)
    {
        using var body = new StringContent($"[{string.Join(',', events)}]", Encoding.UTF8, "application/cloudevents-batch+json");
        using var answer = await server.Client.PostAsync($"{Address}/events", body);
        return Read(await answer.Content.ReadAsStringAsync());
    }

    public static string Event(string type, string id, string time, string data = """{"task":"zd-01"}""", string subject = "hainan/jiyang") =>
        $$"""{"specversion":"1.0","id":"{{id}}","source":"urn:office","type":"opsboard.{{type}}","subject":"{{subject}}","time":"{{time}}T09:00:00+08:00","data":{{data}}}""";

    private static JsonElement Read(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
