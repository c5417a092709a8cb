using OpsBoard.Events;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Counting;

public sealed class ReviewRuleTests
{
    private const long Day = 86_400_000;

    // Some.NowMs is Friday the 20th at 10:00; contact within 5 working days is the 27th, rectification within 15 the 11th of December.
    private static readonly BusinessDay ContactBy = BusinessDay.Of(new DateOnly(2026, 11, 27));
    private static readonly BusinessDay RectifyBy = BusinessDay.Of(new DateOnly(2026, 12, 11));

    [Fact]
    public void A_bad_review_waits_for_contact_first_and_for_its_rectification_then()
    {
        var open = Folded.Of([Bad()]).Open!.Value;
        var contacted = Folded.Of([Bad(), Step(EventKind.ReviewContacted, 1)]).Open!.Value;

        Assert.Equal((End(ContactBy), OpenState.None), (open.DueMs, open.State));
        Assert.Equal((End(RectifyBy), OpenState.Contacted), (contacted.DueMs, contacted.State));
    }

    [Fact]
    public void The_limits_are_those_of_the_county()
    {
        var terms = LocalTerms.Default with { Reviews = new ReviewLimits(1, 3) };

        var open = Folded.Of([Bad()], terms: terms).Open!.Value;

        Assert.Equal(End(BusinessDay.Of(new DateOnly(2026, 11, 23))), open.DueMs);
    }

    [Fact]
    public void What_was_due_and_what_was_done_count_on_the_day_of_the_deadline()
    {
        var effect = Folded.Of([Bad(), Step(EventKind.ReviewContacted, 3), Step(EventKind.ReviewRectified, 40)]);

        Assert.Equal(
            [new(ContactBy, Slot.Of(Counter.ContactDue)), new(ContactBy, Slot.Of(Counter.ContactDone)), new(ContactBy, Slot.Of(Counter.ContactOnTime)), new(RectifyBy, Slot.Of(Counter.RectifyDue)), new(RectifyBy, Slot.Of(Counter.RectifyDone))],
            effect.Marks.Where(static mark => mark.Slot is >= (int)Counter.ContactDue and <= (int)Counter.RectifyOnTime).OrderBy(static mark => mark.Slot));
        Assert.Null(effect.Open);
    }

    [Fact]
    public void A_later_good_submission_changes_the_rating_and_does_not_close_the_loop()
    {
        var effect = Folded.Of([Bad(), Some.Event(EventKind.ReviewSubmitted, "again", new Facts { Review = "r", Stars = 5 }, Some.NowMs + Day)]);

        Assert.Equal((1, 0), (Count(effect, Counter.Stars5), Count(effect, Counter.Stars1)));
        Assert.Equal(Some.NowMs, effect.Open?.SinceMs);
    }

    [Fact]
    public void An_upheld_appeal_takes_the_review_out_of_rate_and_loop_and_is_counted_apart()
    {
        var effect = Folded.Of([Bad(), Some.Event(EventKind.ReviewAppealed, "appeal", new Facts { Review = "r", Outcome = "upheld" }, Some.NowMs + Day)]);

        Assert.Equal((0, 1, 1), (Count(effect, Counter.Stars1), Count(effect, Counter.ReviewsUpheld), Count(effect, Counter.ReviewsAppealed)));
        Assert.Null(effect.Open);
    }

    [Fact]
    public void A_bad_default_review_opens_no_loop_since_nobody_complained()
    {
        var effect = Folded.Of([Some.Review("r", stars: 1, byDefault: true)]);

        Assert.Equal((1, 0), (Count(effect, Counter.ReviewsByDefault), Count(effect, Counter.DefaultGood)));
        Assert.Null(effect.Open);
    }

    [Fact]
    public void An_overdue_bad_review_stays_overdue_whatever_good_ones_follow()
    {
        var bad = Folded.Of([Bad()]).Open!.Value;

        var gauges = GaugeRules.At(End(ContactBy) + 1, [bad], null);

        Assert.Equal((1, 1, 1, Some.NowMs), (gauges.BadReviewsOpen, gauges.BadReviewsOverdue, gauges.BadReviewsToContact, gauges.OldestBadReviewMs));
    }

    private static ServiceEvent Bad() => Some.Event(EventKind.ReviewSubmitted, "bad", new Facts { Review = "r", Stars = 1 });

    private static ServiceEvent Step(EventKind kind, int daysLater) => Some.Event(kind, $"{kind}", new Facts { Review = "r" }, Some.NowMs + (daysLater * Day));

    private static int Count(Effect effect, Counter counter) => effect.Marks.Count(mark => mark.Slot == Slot.Of(counter));

    private static long End(BusinessDay day) => day.Next.StartMs - 1;
}
