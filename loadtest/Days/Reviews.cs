namespace OpsBoard.LoadTest;

/// <summary>
/// Reviews and the loop after a bad one (回访、整改、公开): contacted within minutes or hours, rectified later, some on the next day, then
/// published. Some are appealed against; what happens to those that lie for weeks is <see cref="SlowWork"/>'s.
/// </summary>
internal sealed class Reviews(Story story)
{
    public void Submit(Window window, string name)
    {
        var byDefault = story.Chance.Is(0.18);
        var stars = byDefault ? 5 : Stars();
        var review = story.NewName('r');
        story.Tell(EventType.ReviewSubmitted, window, new() { Review = review, Case = name, Stars = stars, ByDefault = byDefault });
        if (stars <= 2) story.After(story.Chance.Around(70 * Hours.Minute) * story.Pace.Completion, () => Contact(window, review));
    }

    private int Stars()
    {
        if (story.Chance.Is(story.Pace.BadReviewShare)) return story.Chance.Is(0.6) ? 2 : 1;
        var rest = story.Chance.Between(0, 1);
        return rest switch { < 0.85 => 5, < 0.97 => 4, _ => 3 };
    }

    private void Contact(Window window, string review)
    {
        story.Tell(EventType.ReviewContacted, window, new() { Review = review, Outcome = "verified" });
        if (story.Chance.Is(0.1)) story.After(story.Chance.Around(2 * Hours.Hour), () => Appeal(window, review));
        else if (story.Chance.Is(0.96)) RectifyLater(window, review);
    }

    // An upheld appeal ends the matter.
    private void Appeal(Window window, string review)
    {
        var isUpheld = story.Chance.Is(0.4);
        story.Tell(EventType.ReviewAppealed, window, new() { Review = review, Outcome = isUpheld ? "upheld" : "rejected" });
        if (!isUpheld) RectifyLater(window, review);
    }

    private void RectifyLater(Window window, string review) =>
        story.After(story.Chance.Around(3 * Hours.Hour) * story.Pace.Completion, () => Rectify(window, review));

    private void Rectify(Window window, string review)
    {
        story.Tell(EventType.ReviewRectified, window, new() { Review = review, Outcome = "rectified" });
        if (story.Chance.Is(0.85))
            story.After(story.Chance.Around(2 * Hours.Hour), () => story.Tell(EventType.ReviewPublished, window, new() { Review = review }));
    }
}
