using System.Text;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Units;

namespace OpsBoard.Testing;

/// <summary>Valid declarations with defaults: a test names only what matters to it.</summary>
internal static class SomeMilestone
{
    public const string Json =
        """{"unit":"hainan/jiyang","id":"one-thing","value":61,"qualifier":"exact","document":"年度工作总结","documentDate":"2022-12-30","declaredBy":"营商环境建设局"}""";

    public static Milestone Of(string unit = "hainan/jiyang", string id = "one-thing", long value = 61, string document = "年度工作总结", string date = "2022-12-30", MilestoneTarget? target = null) =>
        new(UnitPath.Parse(unit), id, value, MilestoneQualifier.Exact, document, DateOnly.ParseExact(date, "yyyy-MM-dd", null), "营商环境建设局", Target: target);

    public static MilestoneReading Read(string json) => MilestoneReader.Read(Encoding.UTF8.GetBytes(json), new ManualClock());
}
