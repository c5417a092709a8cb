using System.Collections.Immutable;
using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>The files by which a server judges the simulated province's duties that come round, and its targets of the year.</summary>
internal static class SupervisionFiles
{
    /// <summary>The duties of every county; what is not monthly is quarterly.</summary>
    public static ImmutableArray<(string Id, bool IsMonthly, LocalName Name)> Duties { get; } =
    [
        ("walk-the-process", false, new("我陪群众走流程", "Walking the process with a citizen")),
        ("leaders-telephone-day", false, new("领导接话日", "Leaders answer the hotline")),
        ("field-visit", true, new("实地调研", "Field visit")),
        ("integrity-review", false, new("政务诚信评价", "Review of the administration's integrity")),
        ("inspection", false, new("检查", "Inspection")),
    ];

    /// <summary>Writes <c>duties.json</c> and <c>target-plans.json</c>; one that is there stays, for somebody may have changed it.</summary>
    public static void Write(DirectoryInfo folder, int year)
    {
        folder.Create();
        Write(folder, "duties.json", $$"""{ "version": 1, "duties": [{{string.Join(",", Duties.Select(duty => Duty(duty.Id, duty.IsMonthly, duty.Name, year)))}}] }""");
        Write(folder, "target-plans.json", $$"""
            { "version": 1, "plans": [
              {{Plan("zero-trip", "zero-trip-usage-cases", new("零跑动办件占比", "Share of zero-trip cases"), year, "0.60", "0.35")}},
              {{Plan("satisfaction", "satisfaction-active", new("主动评价满意率", "Satisfaction of those who rated"), year, "0.98", "0.95")}}
            ] }
            """);
    }

    private static void Write(DirectoryInfo folder, string name, string text)
    {
        var file = Path.Combine(folder.FullName, name);
        if (!File.Exists(file)) File.WriteAllText(file, text);
    }

    // Inspections are allowed in the first half of a quarter's first month alone.
    private static string Duty(string id, bool isMonthly, LocalName name, int year) => string.Create(CultureInfo.InvariantCulture, $$"""

          { "id": "{{id}}", "name": { "zh": "{{name.Zh}}", "en": "{{name.En}}" }, "cycle": "{{(isMonthly ? "month" : "quarter")}}", "for": ["county"],
            "owner": { "zh": "演示", "en": "Demonstration" }, "document": "演示数据", "from": "{{year}}-01-01"{{(id == "inspection" ? """, "allowed": { "month": 1, "firstDay": 1, "lastDay": 15 }""" : "")}}, "noticeDays": 5 }
        """);

    private static string Plan(string id, string indicator, LocalName name, int year, string target, string start) => string.Create(CultureInfo.InvariantCulture, $$"""
        { "id": "{{id}}-{{year}}", "name": { "zh": "{{name.Zh}}", "en": "{{name.En}}" }, "unit": "{{Province.Segment}}", "year": {{year}}, "indicator": "{{indicator}}",
            "target": {{target}}, "document": "演示数据", "amounts": "level", "start": {{start}} }
        """);
}
