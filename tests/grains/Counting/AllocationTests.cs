using OpsBoard.Events;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Counting;

public sealed class AllocationTests
{
    [Theory]
    [InlineData(EventKind.TicketCalled, Counter.Called)]
    [InlineData(EventKind.CaseAccepted, Counter.Promised)]
    [InlineData(EventKind.CaseCompleted, Counter.OnTime)]
    [InlineData(EventKind.ReviewSubmitted, Counter.Stars1)]
    [InlineData(EventKind.ReviewRectified, Counter.RectifyOnTime)]
    [InlineData(EventKind.HotlineClosed, Counter.HotlineSatisfied)]
    public void Counting_an_event_allocates_nothing(EventKind kind, Counter counter)
    {
        var arrival = Arrival.Of(kind, PackagedDefaults.Terms.For(Some.Window));
        arrival.Count();

        var before = GC.GetAllocatedBytesForCurrentThread();
        arrival.Count();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal((0, 2), (allocated, arrival.Tally[counter]));
    }

    [Fact]
    public void The_gauges_of_a_window_allocate_nothing()
    {
        ReadOnlySpan<OpenSubject> open =
        [
            new(SubjectKind.Ticket, "t", Some.NowMs),
            new(SubjectKind.Case, "c", Some.NowMs, Some.NowMs),
            new(SubjectKind.Review, "r", Some.NowMs, Some.NowMs),
            new(SubjectKind.Opening, BusinessDay.Of(Some.NowMs).ToString(), Some.NowMs),
            new(SubjectKind.Order, "o", Some.NowMs),
        ];
        var expected = GaugeRules.At(Some.NowMs, open, Some.NowMs);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var gauges = GaugeRules.At(Some.NowMs, open, Some.NowMs);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal((0, expected), (allocated, gauges));
    }
}
