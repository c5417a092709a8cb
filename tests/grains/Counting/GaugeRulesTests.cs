using OpsBoard.Events;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Counting;

public sealed class GaugeRulesTests
{
    private const long Hour = 3_600_000;
    private static readonly long Now = Some.NowMs;

    [Fact]
    public void The_longest_wait_is_that_of_the_oldest_waiting_ticket()
    {
        var gauges = GaugeRules.At(Now, [Ticket(Now - 60_000), Ticket(Now - 120_000)], Now);

        Assert.Equal((2L, 120L), (gauges.Waiting, gauges.LongestWaitSeconds(Now)));
    }

    [Fact]
    public void Yesterdays_tickets_wait_for_nothing() =>
        Assert.Equal(0, GaugeRules.At(Now, [Ticket(Now - (24 * Hour))], Now).Waiting);

    [Theory]
    [InlineData(8, 0, 0)]
    [InlineData(9, 1, 0)]
    [InlineData(10, 1, 0)]
    [InlineData(11, 0, 1)]
    public void A_case_is_due_soon_from_the_instant_that_its_rule_gives_and_overdue_after_its_due_instant(long hours, long soon, long overdue)
    {
        var gauges = GaugeRules.At(Now + (hours * Hour), [new OpenSubject(SubjectKind.Case, "c", Now, Now + (10 * Hour), SoonMs: Now + (9 * Hour))], Now);

        Assert.Equal((soon, overdue), (gauges.DueSoon, gauges.Overdue));
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(180_000, 1, 0)]
    [InlineData(180_001, 0, 1)]
    public void An_open_window_that_is_not_heard_of_is_offline(long silentMs, long open, long offline)
    {
        var opening = new OpenSubject(SubjectKind.Opening, BusinessDay.Of(Now).ToString(), Now);

        var gauges = GaugeRules.At(Now, [opening], Now - silentMs);

        Assert.Equal((open, offline), (gauges.WindowsOpen, gauges.WindowsOffline));
    }

    private static OpenSubject Ticket(long sinceMs) => new(SubjectKind.Ticket, $"{sinceMs}", sinceMs);
}
