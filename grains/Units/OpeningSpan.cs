namespace OpsBoard.Units;

/// <summary>A half-open stretch of a day, in time since its midnight by the province's clock; it ends at 24:00 at the latest.</summary>
public readonly record struct OpeningSpan(TimeSpan From, TimeSpan To)
{
    public static readonly TimeSpan Midnight = TimeSpan.FromDays(1);

    public bool Covers(TimeSpan time) => time >= From && time < To;
}
