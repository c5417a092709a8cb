using OpsBoard.Testing;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Supervision;

/// <summary>The examples of targets, duties and surveys on a server, with one of each state of a duty.</summary>
internal static class SomeCadence
{
    private const string Duties =
        """
        unit,duty,date,document,note
        hainan/haikou,walk-the-process,2026-03-18,走流程记录第1号,
        hainan/haikou,inspection,2026-10-12,检查通知第1号,
        hainan/haikou,inspection,2026-05-20,检查通知第2号,允许日期之外
        """;

    private const string Surveys =
        """
        unit,survey,kind,title,measure,value,sample,institution,date,document,note
        hainan/haikou,public-opinion,public,年度公众评议,share,93.6,1200,市营商环境建设局,2025-12-19,2025年公众评议通报,
        hainan/haikou,public-opinion,public,年度公众评议,share,94.25,1500,市营商环境建设局,2026-11-10,2026年公众评议通报,
        hainan/haikou,third-party,thirdParty,第三方评估,score,88.4,320,受委托评估机构,2026-09-30,第三方评估报告,百分制
        """;

    public static async Task Play(LiveServer server)
    {
        Configure(server);
        await SomeLedger.Import(server, Duties, table: "duties");
        await SomeLedger.Import(server, Surveys, table: "surveys");
    }

    /// <summary>The duties and plans of docs/examples.</summary>
    public static void Configure(LiveServer server)
    {
        foreach (var file in (string[])["duties.json", "target-plans.json"]) File.Copy(Path.Combine(Corpora.Repository(), "docs", "examples", file), Path.Combine(server.Data, file));
        server.LookAtConfiguration();
    }
}
