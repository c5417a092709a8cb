using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Indicators;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.AzureTables;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo.AzureTables;

/// <summary>What is read from an entry is what was written into it.</summary>
public sealed class LogFormatTests
{
    [Fact]
    public void Everything_that_a_request_may_bring_is_read_as_it_was_written()
    {
        ServiceEvent[] events =
        [
            Some.Accepted("受理-1", trips: 0) with { Mark = new SequenceMark("窗口", 2, 814) },
            Some.Correction("c1-accepted", new Facts { Stars = 5, Channel = Channel.Mobile }),
            Some.Event(EventKind.WindowHeartbeat, "h"),
        ];
        Milestone[] milestones = [SomeMilestone.Of(), SomeMilestone.Of(id: "all", target: new MilestoneTarget(null, 2023, "方案")) with { Name = new Wording("一件事", "One thing"), Note = "近百" }, SomeMilestone.Of(id: "some", target: new MilestoneTarget(80, 2023, "方案"))];
        var tasks = ImmutableArray.Create(PendingTask.Of(SomeTask.Registered()), PendingTask.Of(SomeTask.Registered(), version: 0));
        var batch = new PendingBatch { Events = [.. events.Select(PendingEvent.Of)], Milestones = [.. milestones], Decisions = [new Decision(7, false, "督查室")], Tasks = tasks };

        var read = Assert.IsType<LoggedGroup>(LogFormat.Read(LogFormat.Write(new LoggedGroup(2, Some.NowMs, new byte[Outcome.Length], [batch, new PendingBatch()]))));

        Assert.Equal((2, Some.NowMs, 2), (read.Rules, read.ReceivedMs, read.Batches.Length));
        Assert.Equal(events, read.Batches[0].Events.Select(static pending => pending.Fact));
        Assert.Equal(batch.Events.Select(static pending => Convert.ToHexString(pending.Hash)), read.Batches[0].Events.Select(static pending => Convert.ToHexString(pending.Hash)));
        Assert.Equal(milestones, read.Batches[0].Milestones);
        Assert.Equal(batch.Decisions, read.Batches[0].Decisions);
        Assert.Equal(tasks.Select(static pending => (pending.Event.Id, pending.Event.Task, Convert.ToHexString(pending.Body), pending.Version)), read.Batches[0].Tasks.Select(static pending => (pending.Event.Id, pending.Event.Task, Convert.ToHexString(pending.Body), pending.Version)));
    }

    [Fact]
    public void Terms_have_the_same_fingerprint_when_they_are_read_again()
    {
        var calendar = new WorkingCalendar(new Dictionary<BusinessDay, bool> { [BusinessDay.Of(Some.NowMs)] = false, [BusinessDay.Of(Some.NowMs + 86_400_000)] = true }, new HashSet<int> { 2026 });
        var terms = new CountingTerms(
            new Dictionary<UnitPath, LocalTerms> { [UnitPath.Parse("hainan/jiyang")] = LocalTerms.Default with { Calendar = calendar, OfficeFrom = new TimeOnly(9, 0) } },
            LocalTerms.Default with { Reviews = new ReviewLimits(15, 5) },
            SealAfterDays: 4);

        var read = Assert.IsType<CountingTerms>(LogFormat.Read(LogFormat.Write(terms)));

        Assert.Equal(terms.Fingerprint, read.Fingerprint);
        Assert.NotEqual(CountingTerms.Default.Fingerprint, read.Fingerprint);
    }

    [Theory]
    [InlineData("09")]
    [InlineData("01FFFFFF")]
    [InlineData("018B0080")]
    public void An_entry_that_cannot_be_read_is_named_as_such(string content) => Assert.Throws<InvalidDataException>(() => LogFormat.Read(Convert.FromHexString(content)));
}
