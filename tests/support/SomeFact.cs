using OpsBoard.Supervision;
using OpsBoard.Supervision.Duties;
using OpsBoard.Supervision.Surveys;
using OpsBoard.Units;

namespace OpsBoard.Testing;

/// <summary>What is told of duties and surveys, with defaults: a test names only what matters to it.</summary>
internal static class SomeFact
{
    public static readonly UnitPath County = UnitPath.Parse("hainan/jiyang");

    /// <summary>Once a quarter, by every county.</summary>
    public static Duty Duty(string id = "walk", Cycle cycle = Cycle.Quarter, DutySpan? allowed = null, string from = "2026-01-01", int noticeDays = 10) =>
        new(id, new Wording("走流程", "walk"), cycle, allowed, [UnitKind.County], [], new Wording("厅", "department"), "文件", Day(from), noticeDays);

    /// <summary>In the first half of a quarter's first month.</summary>
    public static Duty Inspection => Duty("inspection", allowed: new DutySpan(1, 1, 15), noticeDays: 5);

    public static BusinessDay Day(string text) => BusinessDay.TryParse(text, out var day) ? day : throw new FormatException(text);

    /// <param name="said">The day on which it was said; null: that on which it was done.</param>
    public static TaskRecord Done(string day, string duty = "walk", string document = "记录", string? said = null, UnitPath? unit = null) => Of(TaskAct.Done, TaskFamily.Duty, duty, day, document, said, unit);

    public static TaskRecord Withdrawn(string day, string duty = "walk", string document = "记录", string? said = null) => Of(TaskAct.Withdrawn, TaskFamily.Duty, duty, day, document, said, null);

    public static SurveyResult Result(int hundredths = 9360, long sample = 1200, SurveyMeasure measure = SurveyMeasure.Share, SurveyKind kind = SurveyKind.Public) =>
        new(kind, "年度公众评议", measure, hundredths, sample, "营商环境建设局");

    public static TaskRecord Survey(SurveyResult? result = null, string day = "2026-11-10", string id = "opinion", string document = "通报", string? said = null)
    {
        var told = Of(TaskAct.Published, TaskFamily.Survey, id, day, document, said, null);
        return told with { Event = told.Event with { Facts = told.Event.Facts with { Survey = result ?? Result() } } };
    }

    private static TaskRecord Of(TaskAct act, TaskFamily family, string id, string day, string document, string? said, UnitPath? unit)
    {
        var saidMs = Day(said ?? day).StartMs;
        var at = unit ?? County;
        return new TaskRecord(new TaskEvent("urn:test", $"{at}-{id}-{act}-{day}-{document}-{said}", TaskFamilies.Of(family, at, id), act, false, at, saidMs, new TaskFacts(Evidence: new TaskEvidence(Day(day), document))), saidMs);
    }
}
