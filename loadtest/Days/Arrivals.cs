namespace OpsBoard.LoadTest;

/// <summary>People who come independently of each other, at a rate that changes over the day.</summary>
internal sealed class Arrivals(Story story, Func<double, double> perHour, double most, Action arrive)
{
    private long _until;

    public void Run(long from, long until)
    {
        if (most <= 0) return;
        _until = until;
        story.At(from, Wait);
    }

    // Thinning: candidates come at the highest rate, and each is kept with the share that the rate of its moment is of the highest.
    private void Wait() => story.After(story.Chance.Gap(Hours.Hour / most), Decide);

    private void Decide()
    {
        if (story.Now >= _until) return;
        if (story.Chance.Is(perHour(story.Now / (double)Hours.Hour) / most)) arrive();
        Wait();
    }
}
