using System.Text;

namespace OpsBoard.LoadTest;

/// <summary>Seeded chance: the same seed, day and place give the same draws.</summary>
internal sealed class Chance
{
    private readonly Random _random;

    public Chance(long seed, DateOnly day, string place) => _random = new Random(SeedOf(seed, day, place));

    public int Whole(int end) => _random.Next(end);

    public bool Is(double share) => _random.NextDouble() < share;

    public double Between(double low, double high) => low + (high - low) * _random.NextDouble();

    /// <summary>The time to the next of things that happen independently.</summary>
    public double Gap(double mean) => -Math.Log(1 - _random.NextDouble()) * mean;

    /// <summary>A duration: around the mean, seldom short, now and then more than twice as long.</summary>
    public double Around(double mean) => (Gap(mean) + Gap(mean) + Gap(mean)) / 3;

    private static int SeedOf(long seed, DateOnly day, string place)
    {
        // string.GetHashCode differs from process to process; FNV-1a does not.
        var hash = 14695981039346656037UL ^ (ulong)seed;
        foreach (var part in Encoding.UTF8.GetBytes($"{seed}/{day.DayNumber}/{place}")) hash = (hash ^ part) * 1099511628211UL;
        return (int)(hash ^ (hash >> 32)) & int.MaxValue;
    }
}
