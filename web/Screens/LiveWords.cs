namespace OpsBoard.Web.Screens;

/// <summary>
/// The words that a page hands to its module. In patterns <c>{time}</c> is a time of day, <c>{age}</c> an age made by
/// <see cref="Ages"/>, <c>{n}</c> a whole number.
/// </summary>
public sealed record LiveWords
{
    /// <summary>For seconds, minutes, hours and days.</summary>
    public required IReadOnlyList<string> Ages { get; init; }

    public required string AsOf { get; init; }

    public required string Still { get; init; }

    public required string Live { get; init; }

    public required string DataAge { get; init; }

    public required string CutOff { get; init; }

    public required string StoppedAt { get; init; }

    public required string Retrying { get; init; }

    /// <summary>With <c>{time}</c>: the device has no network.</summary>
    public required string Offline { get; init; }

    public required string Feed { get; init; }

    public required string Reloading { get; init; }

    public required string Paused { get; init; }

    public required string PausedAt { get; init; }

    public required string Pause { get; init; }

    public required string Resume { get; init; }

    public required string Ago { get; init; }

    public required string NeverHeard { get; init; }

    /// <summary>By freshness state, for a table: with the age or the time of the last report.</summary>
    public required IReadOnlyDictionary<string, string> Freshness { get; init; }

    /// <summary>By freshness state, for a tile.</summary>
    public required IReadOnlyDictionary<string, string> FreshnessShort { get; init; }
}
