using System.Collections.Immutable;
using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>Who looks on at what.</summary>
/// <param name="Viewers">Of the province, who read what they are told.</param>
/// <param name="Stalled">Further ones, who take nothing.</param>
/// <param name="IsQuick">Units speak every 20 ms and walls are told every 100 ms, instead of the defaults.</param>
/// <param name="IsIdle">Nothing else is sent.</param>
internal sealed record LiveCase(int Viewers, int Stalled = 0, bool IsQuick = false, bool IsIdle = false)
{
    /// <summary>How many viewers the design has aims for.</summary>
    public const int AimedViewers = 200;

    /// <summary>Those that the design asks for.</summary>
    public static ImmutableArray<LiveCase> All { get; } =
        [new(1, IsIdle: true), new(1), new(AimedViewers), new(AimedViewers, Stalled: 20), new(AimedViewers, Stalled: 20, IsQuick: true), new(2_000, Stalled: 100)];

    public ImmutableArray<(string Key, object Value)> Circumstances =>
        [("viewers", (long)Viewers), ("stalled", (long)Stalled), ("pace", IsQuick ? "quick" : "usual"), ("load", IsIdle ? "idle" : "steady")];

    /// <summary>As many as were asked for, without and with a tenth of them stalled besides.</summary>
    public static ImmutableArray<LiveCase> Of(int viewers) => [new(viewers), new(viewers, Stalled: Math.Max(1, viewers / 10)), new(viewers, IsQuick: true)];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Viewers:N0} viewer{(Viewers == 1 ? "" : "s")}{(Stalled == 0 ? "" : $" and {Stalled:N0} stalled")}{(IsQuick ? ", quick paces" : "")}{(IsIdle ? ", idle board" : "")}");
}
