namespace OpsBoard.LoadTest;

/// <summary>Reviews and the loop after a bad one: contacted within minutes or hours, rectified later, some on the next day.</summary>
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
        if (story.Chance.Is(0.9)) story.After(story.Chance.Around(3 * Hours.Hour) * story.Pace.Completion, () => Rectify(window, review));
    }

    private void Rectify(Window window, string review) =>
        story.Tell(EventType.ReviewRectified, window, new() { Review = review, Outcome = "rectified" });
}
