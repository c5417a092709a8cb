using System.Text;
using OpsBoard.Events;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Testing;

namespace OpsBoard.Supervision;

public sealed class TaskReaderTests
{
    [Fact]
    public void An_entry_is_read_with_all_that_it_says()
    {
        var read = SomeTask.Read(SomeTask.Json(data:
            """{"task":"zd-01","by":"hainan","kind":"challenge","title":"重点项目","lead":"hainan/jiyang/housing","supports":["hainan/jiyang/health"],"officer":"科长（岗位）","goal":"项目开工","due":"2026-W50","standard":"有开工令","steps":[{"week":"2026-W40","text":"二"},{"week":"2026-W10","text":"一"}],"difficulty":{"thousandths":1200,"owner":"营商环境建设局","version":"2026-1"},"quantity":{"target":12,"byMonth":[1,2,3,4,5,6,7,8,9,10,11,12]},"document":"清单","origin":"review:hainan/jiyang/housing/w01:r:5"}""")).Event!;

        var plan = read.Facts.Plan!;
        Assert.Equal(("hainan/jiyang#zd-01", TaskAct.Registered, false, "hainan"), ($"{read.Task}", read.Act, read.OfProblem, $"{read.By}"));
        Assert.Equal(["一", "二"], plan.Steps.Select(static step => step.Text));
        Assert.Equal((TaskKind.Challenge, 1200, 12L, "r:5"), (plan.Kind, plan.Difficulty!.Thousandths, plan.Quantity!.Target, plan.Origin!.Id));
    }

    [Theory]
    [InlineData("\"lead\":\"hainan/jiyang/housing\"", "\"lead\":[\"hainan/jiyang/housing\",\"hainan/jiyang/tax\"]", "two_leads")]
    [InlineData("\"lead\":\"hainan/jiyang/housing\",", "", "missing_member data.lead")]
    [InlineData("\"officer\":\"科长（岗位）\",", "", "missing_member data.officer")]
    [InlineData("\"goal\":\"项目开工\",", "", "missing_member data.goal")]
    [InlineData("\"due\":\"2026-W50\",", "", "missing_member data.due")]
    [InlineData(",\"standard\":\"有开工令\"", "", "missing_member data.standard")]
    [InlineData("\"kind\":\"keyWork\"", "\"kind\":\"other\"", "invalid_member data.kind")]
    [InlineData("2026-W50", "2025-W53", "no_such_week due")]
    [InlineData("hainan/jiyang/health", "hainan/jiyang/housing", "invalid_member supports")]
    [InlineData("\"title\":", "\"person\":\"x\",\"title\":", "unknown_member data.person")]
    [InlineData("科长（岗位）", "13812345678", "personal_data data.officer")]
    public void What_an_entry_must_not_be_is_refused_with_the_rule_and_the_member(string instead, string of, string rule)
    {
        var refusal = SomeTask.Read(SomeTask.Json(data: SomeTask.Data.Replace(instead, of, StringComparison.Ordinal))).Rejection!;

        Assert.StartsWith(rule, $"{refusal.Reason} {refusal.Detail}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("opsboard.task.reached", """{"task":"t","step":2}""")]
    [InlineData("opsboard.task.progressed", """{"task":"t","value":100,"qualifier":"atLeast"}""")]
    [InlineData("opsboard.task.explained", """{"task":"t","week":"2026-W51","note":"招标流标"}""")]
    [InlineData("opsboard.problem.handedUp", """{"task":"t","note":"超出权限"}""")]
    [InlineData("opsboard.problem.closed", """{"task":"t"}""")]
    public void Each_act_is_kept_as_it_was_said(string type, string data)
    {
        var read = SomeTask.Read(SomeTask.Json(type, data)).Event!;

        var again = TaskFactsJson.Read(TaskFactsJson.Write(read.Facts), read.Act);

        Assert.Equal(read.Facts, again);
        Assert.Equal(type, TaskActs.TypeOf(read.Act, read.OfProblem));
    }

    [Theory]
    [InlineData("opsboard.duty.done", TaskAct.Done)]
    [InlineData("opsboard.duty.withdrawn", TaskAct.Withdrawn)]
    public void A_duty_is_kept_under_a_name_that_no_entry_can_have(string type, TaskAct act)
    {
        var told = SomeTask.Read(SomeTask.Json(type, """{"duty":"walk","date":"2026-11-19","document":"记录","note":"第三次"}""")).Event!;

        Assert.Equal(("hainan/jiyang#duty:walk", act, "2026-11-19", "记录", "第三次"), ($"{told.Task}", told.Act, $"{told.Facts.Evidence!.Day}", told.Facts.Evidence.Document, told.Facts.Note));
        Assert.Equal(told.Facts, TaskFactsJson.Read(TaskFactsJson.Write(told.Facts), act));
        Assert.False(TaskId.TryParse($"{told.Task}", out _));
    }

    [Theory]
    [InlineData("opsboard.task.done", """{"task":"t","date":"2026-11-19","document":"d"}""", "unknown_type")]
    [InlineData("opsboard.duty.registered", """{"duty":"t"}""", "unknown_type")]
    [InlineData("opsboard.survey.done", """{"survey":"t","date":"2026-11-19","document":"d"}""", "unknown_type")]
    [InlineData("opsboard.duty.done", """{"task":"t","date":"2026-11-19","document":"d"}""", "missing_member")]
    [InlineData("opsboard.duty.done", """{"duty":"t","date":"2026-11-19"}""", "missing_member")]
    [InlineData("opsboard.duty.done", """{"duty":"t","date":"2026-11-21","document":"d"}""", "time_out_of_range")]
    [InlineData("opsboard.duty.done", """{"duty":"t","date":"2026-11-19","document":"d","by":"hainan/sanya"}""", "invalid_unit")]
    [InlineData("opsboard.duty.done", """{"duty":"duty:t","date":"2026-11-19","document":"d"}""", "invalid_member")]
    [InlineData("opsboard.duty.done", """{"duty":"t","date":"2026-11-19","document":"d","person":"x"}""", "unknown_member")]
    public void What_a_duty_must_not_say_is_refused(string type, string data, string reason) => Assert.Equal(reason, SomeTask.Read(SomeTask.Json(type, data)).Rejection!.Reason);

    [Theory]
    [InlineData("opsboard.task.explained", """{"task":"t","week":"2026-W51"}""", "missing_member")]
    [InlineData("opsboard.task.reached", """{"task":"t","step":0}""", "invalid_member")]
    [InlineData("opsboard.problem.assigned", """{"task":"t"}""", "unknown_type")]
    [InlineData("opsboard.case.accepted", """{"task":"t"}""", "unknown_type")]
    [InlineData("opsboard.task.closed", """{"task":"T 1"}""", "invalid_member")]
    [InlineData("opsboard.task.closed", "7", "invalid_member")]
    public void What_an_act_must_not_be_is_refused(string type, string data, string reason) => Assert.Equal(reason, SomeTask.Read(SomeTask.Json(type, data)).Rejection?.Reason);

    [Theory]
    [InlineData("time", "2026-11-20T09:00:00", "time_without_offset")]
    [InlineData("time", "2026-11-21T09:00:00+08:00", "clock_ahead")]
    [InlineData("time", "yesterday", "invalid_time")]
    [InlineData("subject", "hainan/~/housing", "invalid_subject")]
    [InlineData("id", "", "invalid_id")]
    public void Attributes_are_those_of_any_event(string attribute, string value, string reason) => Assert.Equal(reason, SomeTask.Read(attribute switch
    {
        "time" => SomeTask.Json(time: value),
        "subject" => SomeTask.Json(subject: value),
        _ => SomeTask.Json(id: value),
    }).Rejection?.Reason);

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("[]")]
    public void What_is_no_object_is_refused_and_throws_nothing(string json) => Assert.Equal("not_an_object", TaskReader.Read(Encoding.UTF8.GetBytes(json), new ManualClock()).Rejection?.Reason);

    [Fact]
    public void A_plan_is_the_same_bytes_after_it_was_read_again()
    {
        var facts = new TaskFacts(SomeTask.Plan(steps: [new(SomeTask.Week("2026-W07"), "方案")], quantity: new TaskQuantity(3, []), origin: TaskOrigin.Parse("silence:hainan/jiyang:hall-3")), Note: "说明");

        Assert.Equal(TaskFactsJson.Write(facts), TaskFactsJson.Write(TaskFactsJson.Read(TaskFactsJson.Write(facts), TaskAct.Registered)));
    }

    [Fact]
    public void About_a_hundred_is_not_known_to_reach_a_hundred() =>
        Assert.Equal((true, true, false), (new TaskAmount(100, MilestoneQualifier.Exact).Reaches(100), new TaskAmount(100, MilestoneQualifier.AtLeast).Reaches(100), new TaskAmount(100, MilestoneQualifier.About).Reaches(100)));
}
