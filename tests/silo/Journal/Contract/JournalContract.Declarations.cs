using OpsBoard.Events;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo;

public abstract partial class JournalContract
{
    [Fact]
    public async Task What_is_declared_is_read_back_as_it_was_said_with_the_instant_of_its_declaration()
    {
        var full = SomeMilestone.Of(target: new MilestoneTarget(null, 2023, "实施方案")) with { Name = new Wording("一件事一次办", "One thing, one visit"), Note = "含乡镇事项", Qualifier = MilestoneQualifier.About };

        await House.Store.DeclareMilestones([full]);

        Assert.Equal([new DeclaredMilestone(full, Some.NowMs)], await Declared("hainan"));
    }

    [Fact]
    public async Task The_same_declaration_again_is_a_duplicate()
    {
        await House.Store.DeclareMilestones([SomeMilestone.Of()]);

        Assert.Equal([Verdict.Duplicate, Verdict.Accepted, Verdict.Duplicate], await House.Store.DeclareMilestones([SomeMilestone.Of(), SomeMilestone.Of(id: "credit"), SomeMilestone.Of(id: "credit")]));
        Assert.Equal(2, (await Declared("hainan")).Length);
    }

    [Fact]
    public async Task Another_value_from_the_same_document_is_a_conflict_and_the_first_stays()
    {
        await House.Store.DeclareMilestones([SomeMilestone.Of(value: 61)]);

        Assert.Equal([Verdict.Conflict], await House.Store.DeclareMilestones([SomeMilestone.Of(value: 62)]));
        Assert.Equal([61L], (await Declared("hainan")).Select(static each => each.Milestone.Value));
    }

    [Fact]
    public async Task Another_target_from_the_same_document_is_a_conflict_too()
    {
        await House.Store.DeclareMilestones([SomeMilestone.Of(target: new MilestoneTarget(80, 2023, "实施方案"))]);

        Assert.Equal([Verdict.Conflict], await House.Store.DeclareMilestones([SomeMilestone.Of()]));
    }

    [Fact]
    public async Task A_document_of_another_day_is_another_declaration()
    {
        await House.Store.DeclareMilestones([SomeMilestone.Of(), SomeMilestone.Of(date: "2023-07-31", value: 80)]);

        Assert.Equal([61L, 80L], (await Declared("hainan")).Select(static each => each.Milestone.Value).Order());
    }

    [Fact]
    public async Task A_unit_is_told_what_was_declared_at_it_and_beneath_it()
    {
        await House.Store.DeclareMilestones([SomeMilestone.Of("hainan"), SomeMilestone.Of("hainan/jiyang"), SomeMilestone.Of("hainan/jiyangx")]);

        Assert.Equal(["hainan/jiyang"], (await Declared("hainan/jiyang")).Select(static each => each.Milestone.Unit.ToString()));
        Assert.Equal(3, (await House.Store.ReadMilestones(null)).Length);
    }

    [Fact]
    public async Task Declarations_and_events_share_one_queue_and_outlive_a_restart()
    {
        var events = House.Append(Some.Accepted("c1"));
        var declared = House.Store.DeclareMilestones([SomeMilestone.Of()]);
        await events;
        await declared;

        await House.Reopen();

        Assert.Single(await Declared("hainan"));
        Assert.Equal([Verdict.Duplicate], await House.Append(Some.Accepted("c1")));
    }

    private async Task<DeclaredMilestone[]> Declared(string scope) => [.. await House.Store.ReadMilestones(UnitPath.Parse(scope))];
}
