using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace OpsBoard.LoadTest;

/// <summary>
/// What a feed tells of supervision before its first day: a ledger of tasks and problems as it stands when the month begins, the duties that came round
/// this year until then, and two surveys. Names and times follow from the month alone, so a feed that begins again in it repeats them and nothing counts twice.
/// </summary>
/// <param name="source">The name under which it is sent.</param>
internal sealed class SupervisionMonth(Province province, DateOnly today, string source)
{
    private readonly DateOnly _month = new(today.Year, today.Month, 1);

    /// <summary>CloudEvents of the ledger, at most a thousand, all of them from before the month.</summary>
    public ImmutableArray<JsonObject> Acts() => [.. Tasks().SelectMany(Told), .. Duties(), .. Surveys()];

    private static IEnumerable<Entry> Tasks()
    {
        yield return new("haikou", 1, "keyWork", "新生儿出生一件事一次办", "human-resources", ["public-security", "medical-insurance"], "综合科负责人（岗位）", "五个事项一张表办结", "群众只跑一次，办理时限不超过5个工作日", WeeksAhead: 6, [("assigned", 54), ("started", 50), ("reached:1", 20)])
        {
            Steps = [(-3, "统一申请表"), (2, "联调测试"), (5, "上线运行")],
        };
        yield return new("haikou", 2, "inspection", "综合窗口等候超时", "integrated", [], "大厅值班主任（岗位）", "平均等候不超过15分钟", "连续四周达标", WeeksAhead: -1, [("assigned", 38), ("started", 35)]);
        yield return new("haikou", 3, "rectification", "告知单内容与指南不一致", "housing", ["integrated"], "审批科负责人（岗位）", "告知单与办事指南一致", "抽查无差错", WeeksAhead: -2, [("assigned", 48), ("started", 46), ("closureRequested", 16), ("closed", 12)]);
        yield return new("sanya", 1, "keyWork", "高频证照免提交", "public-security", ["market"], "数据科负责人（岗位）", "二十类证照免提交", "窗口不再收取复印件", WeeksAhead: 3, [("assigned", 56), ("started", 52), ("closureRequested", 4)]);
        yield return new("sanya", 2, "inspection", "差评回访超过时限", "medical-insurance", [], "评价工作负责人（岗位）", "差评1个工作日内回访", "回访率100%", WeeksAhead: -1, [("assigned", 30), ("started", 28), ("explained", 9)]);
        yield return new("danzhou", 1, "challenge", "跨区通办", "market", ["taxation"], "改革专班负责人（岗位）", "三十个事项跨区可办", "异地提交、属地办结", WeeksAhead: 8, [("assigned", 33), ("started", 30)]);
        yield return new("qionghai", 1, "keyWork", "工程建设项目审批提速", "housing", ["natural-resources"], "审批科负责人（岗位）", "全流程不超过60个工作日", "按月通报用时", WeeksAhead: 1, [("assigned", 58), ("started", 55)]);
        yield return new("wenchang", 1, "challenge", "企业开办当日办结", "market", ["taxation", "public-security"], "登记科负责人（岗位）", "半日内办结率90%", "系统记录为准", WeeksAhead: 12, []);
        foreach (var problem in Problems()) yield return problem;
    }

    // Eight blockages of which two are solved, two handed up and four under way: a rate that says which of them it counts.
    private static IEnumerable<Entry> Problems()
    {
        (string County, string Title, string Lead, string? End)[] found =
        [
            ("haikou", "不动产登记材料重复提交", "natural-resources", "closed"),
            ("haikou", "医保关系转移需往返两地", "medical-insurance", "handedUp"),
            ("haikou", "公积金提取要单位盖章", "housing-fund", null),
            ("sanya", "营业执照变更后各处另行备案", "market", "closed"),
            ("sanya", "外国人证件系统识别失败", "public-security", "handedUp"),
            ("danzhou", "社保补缴通知看不懂", "human-resources", null),
            ("wenchang", "预约取号老年人不会用", "integrated", null),
            ("qionghai", "税务与不动产窗口不在一处", "taxation", null),
        ];
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (county, title, lead, end) in found)
        {
            var number = numbers[county] = numbers.GetValueOrDefault(county, 50) + 1;
            yield return new(county, number, "blockage", title, lead, [], "窗口负责人（岗位）", "堵点疏通", "群众不再受阻", WeeksAhead: 4, end is null ? [("started", 40)] : [("started", 40), (end, 10)]);
        }

        yield return new("haikou", 91, "unresolved", "老旧小区加装电梯无法受理", "housing", [], "“办不成事”窗口（岗位）", "给出办理路径", "书面答复", WeeksAhead: 2, [("started", 18)]);
    }

    private IEnumerable<JsonObject> Told(Entry entry)
    {
        var ledger = $"{Province.Segment}/{entry.County}";
        var task = string.Create(CultureInfo.InvariantCulture, $"{_month:yyyy-MM}-{entry.Number:00}");
        var family = entry.Kind is "blockage" or "unresolved" ? "problem" : "task";
        yield return Act("registered", daysBefore: 60, new()
        {
            ["kind"] = entry.Kind,
            ["title"] = entry.Title,
            ["lead"] = $"{ledger}/{entry.Lead}",
            ["supports"] = new JsonArray([.. entry.Supports.Select(each => JsonValue.Create($"{ledger}/{each}"))]),
            ["officer"] = entry.Officer,
            ["goal"] = entry.Goal,
            ["due"] = Week(entry.WeeksAhead),
            ["standard"] = entry.Standard,
            ["steps"] = new JsonArray([.. entry.Steps.Select(step => new JsonObject { ["week"] = Week(step.WeeksAhead), ["text"] = step.Text })]),
            ["document"] = "演示清单",
        });
        foreach (var (act, daysBefore) in entry.Acts) yield return Act(act, daysBefore, Saying(act));

        JsonObject Act(string act, int daysBefore, JsonObject data)
        {
            data["task"] = task;
            var word = act.Split(':')[0];
            return Event($"{ledger}/{task}/{act}", $"opsboard.{family}.{word}", ledger, _month.AddDays(-daysBefore), data);
        }

        JsonObject Saying(string act) => act.Split(':') switch
        {
            ["reached", var step] => new() { ["step"] = int.Parse(step, CultureInfo.InvariantCulture) },
            ["explained"] => new() { ["week"] = Week(3), ["note"] = "人员调整，回访力量不足" },
            ["handedUp"] => new() { ["note"] = "需上级统一系统" },
            _ => [],
        };
    }

    // In every third county something was missed, in another place each.
    private IEnumerable<JsonObject> Duties() =>
        from county in province.Counties.Select(static (county, place) => (county.Path, Place: place))
        from month in Enumerable.Range(1, _month.Month - 1)
        from duty in SupervisionFiles.Duties
        where (duty.IsMonthly || month % 3 == 1) && (county.Place % 3 != 0 || (county.Place + month + duty.Id.Length) % 5 != 0)
        let day = new DateOnly(_month.Year, month, 4 + (county.Place % 9))
        select Event($"{county.Path}/{duty.Id}/{day:yyyy-MM-dd}", "opsboard.duty.done", county.Path, day, new()
        {
            ["duty"] = duty.Id,
            ["date"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["document"] = "演示记录",
        });

    private IEnumerable<JsonObject> Surveys()
    {
        yield return Survey("public-opinion", "public", "年度公众评议", "share", 93.6m, 1_200, "省营商环境建设厅");
        yield return Survey("third-party", "thirdParty", "营商环境第三方评估", "score", 88.4m, 320, "受委托评估机构");

        JsonObject Survey(string id, string kind, string title, string measure, decimal value, int sample, string institution) => Event(
            string.Create(CultureInfo.InvariantCulture, $"{id}/{_month:yyyy-MM}"), "opsboard.survey.published", Province.Segment, _month.AddDays(-8), new()
            {
                ["survey"] = id,
                ["kind"] = kind,
                ["title"] = title,
                ["measure"] = measure,
                ["value"] = value,
                ["sample"] = sample,
                ["institution"] = institution,
                ["date"] = _month.AddDays(-8).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["document"] = "演示通报",
            });
    }

    private JsonObject Event(string id, string type, string subject, DateOnly day, JsonObject data) => new()
    {
        ["specversion"] = "1.0",
        ["id"] = id,
        ["source"] = source,
        ["type"] = type,
        ["subject"] = subject,
        ["time"] = string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T10:00:00+08:00"),
        ["data"] = data,
    };

    private string Week(int ahead)
    {
        var day = _month.AddDays(7 * ahead).ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day)}-W{ISOWeek.GetWeekOfYear(day):00}");
    }

    /// <param name="WeeksAhead">Of the month's first day, in whose week it is due.</param>
    /// <param name="Acts">And how many days before the month; <c>reached:1</c> is the first step.</param>
    private sealed record Entry(
        string County, int Number, string Kind, string Title, string Lead, string[] Supports, string Officer, string Goal, string Standard, int WeeksAhead, (string Act, int DaysBefore)[] Acts)
    {
        public (int WeeksAhead, string Text)[] Steps { get; init; } = [];
    }
}
