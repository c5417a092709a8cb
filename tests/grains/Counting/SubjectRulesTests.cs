using OpsBoard.Events;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Counting;

public sealed class SubjectRulesTests
{
    private const long Minute = 60_000;
    private static readonly long Now = Some.NowMs;

    [Fact]
    public void A_case_that_is_accepted_and_completed_counts_once_on_each_day()
    {
        var effect = EffectOf(Some.Accepted("c1", trips: 0, atMs: Now - (24 * 60 * Minute)), Some.Completed("c1"));

        Assert.Equal((2, 1, 1), (effect.Marks.Select(static mark => mark.Day).Distinct().Count(), Count(effect, Counter.ZeroTrip), Count(effect, Counter.Completed)));
        Assert.Null(effect.Open);
    }

    [Fact]
    public void A_case_accepted_twice_under_two_ids_is_one_case()
    {
        var again = Some.Event(EventKind.CaseAccepted, "other-id", new Facts { Case = "c1" }, Now + Minute);

        var effect = EffectOf(Some.Accepted("c1"), again);

        Assert.Equal(1, Count(effect, Counter.Accepted));
    }

    [Theory]
    [InlineData(0, Counter.OnTime)]
    [InlineData(1, Counter.Late)]
    public void A_case_is_on_time_up_to_its_due_instant(long afterDue, Counter counter)
    {
        var effect = EffectOf(Some.Accepted("c1", dueMs: Now + Minute), Some.Completed("c1", Now + Minute + afterDue));

        Assert.Equal(1, Count(effect, counter));
    }

    [Fact]
    public void A_completion_before_its_acceptance_counts_both_and_leaves_nothing_open()
    {
        var effect = EffectOf(Some.Accepted("c1", atMs: Now), Some.Completed("c1", Now - Minute));

        Assert.Equal((1, 1), (Count(effect, Counter.Accepted), Count(effect, Counter.Completed)));
        Assert.Null(effect.Open);
    }

    [Fact]
    public void A_repeated_call_replaces_the_former_and_its_wait()
    {
        var effect = EffectOf(Some.Issued("t1", Now), Some.Called("t1", Now + Minute), Some.Called("t1", Now + (5 * Minute), call: 2));

        Assert.Equal((1, 1), (Count(effect, Counter.Called), effect.Marks.Count(static mark => mark.Slot == Slot.OfWait(5 * Minute))));
    }

    [Fact]
    public void A_ticket_waits_until_it_is_called()
    {
        var waiting = EffectOf(Some.Issued("t1"));
        var called = EffectOf(Some.Issued("t1"), Some.Called("t1"));

        Assert.Equal((new OpenSubject(SubjectKind.Ticket, "t1", Now), null), (waiting.Open, called.Open));
    }

    [Fact]
    public void A_default_review_is_counted_apart()
    {
        var effect = EffectOf(Some.Review("r1", stars: 5, byDefault: true));

        Assert.Equal((0, 1), (Count(effect, Counter.Stars5), Count(effect, Counter.ReviewsByDefault)));
    }

    [Fact]
    public void A_bad_review_is_open_until_it_is_rectified()
    {
        var bad = EffectOf(Some.Review("r1", stars: 2));
        var rectified = EffectOf(Some.Review("r1", stars: 2), Some.Event(EventKind.ReviewRectified, "r1-r", new Facts { Review = "r1" }, Now + Minute));

        Assert.NotNull(bad.Open);
        Assert.Null(rectified.Open);
    }

    [Fact]
    public void The_highest_revision_of_a_correction_wins_whichever_comes_first()
    {
        ServiceEvent[] corrections = [Some.Correction("c1-accepted", new Facts { Trips = 0 }, revision: 2), Some.Correction("c1-accepted", new Facts { Trips = 3 }, revision: 1)];

        var effect = EffectOf([Some.Accepted("c1", trips: 1)], corrections);
        var reversed = EffectOf([Some.Accepted("c1", trips: 1)], [.. corrections.Reverse()]);

        Assert.Equal((1, 1), (Count(effect, Counter.ZeroTrip), Count(reversed, Counter.ZeroTrip)));
    }

    [Fact]
    public void Corrections_of_one_revision_are_decided_by_the_bytes_of_their_ids_and_not_by_their_UTF_16_units()
    {
        ServiceEvent[] corrections =
        [
            Some.Correction("c1-accepted", new Facts { Trips = 0 }) with { Id = "\U00020000" },
            Some.Correction("c1-accepted", new Facts { Trips = 3 }) with { Id = "\uff61" },
        ];

        Assert.Equal(1, Count(EffectOf([Some.Accepted("c1", trips: 1)], corrections), Counter.ZeroTrip));
    }

    [Fact]
    public void A_correction_without_data_takes_the_event_out()
    {
        var effect = EffectOf([Some.Accepted("c1")], [Some.Correction("c1-accepted", data: null)]);

        Assert.Equal((0, null), (effect.Marks.Count, effect.Open));
    }

    [Fact]
    public void A_window_is_as_the_last_of_its_events_says()
    {
        var paused = Some.Event(EventKind.WindowPaused, "p", atMs: Now + Minute);

        var effect = EffectOf(paused, Some.Event(EventKind.WindowOpened, "o", atMs: Now));

        Assert.Equal(new OpenSubject(SubjectKind.Opening, BusinessDay.Of(Now).ToString(), Now + Minute, State: OpenState.Paused), effect.Open);
    }

    private static int Count(Effect effect, Counter counter) => effect.Marks.Count(mark => mark.Slot == Slot.Of(counter));

    private static Effect EffectOf(params ServiceEvent[] events) => EffectOf(events, []);

    private static Effect EffectOf(ServiceEvent[] events, ServiceEvent[] corrections) => Folded.Of(events, corrections);
}
