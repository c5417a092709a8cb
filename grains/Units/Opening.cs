namespace OpsBoard.Units;

/// <summary>When a unit is due to report, by the province's clock: the days of the week and the half-open span of the day.</summary>
public sealed record Opening(DayOfWeek FirstDay, DayOfWeek LastDay, TimeOnly From, TimeOnly To)
{
    public bool Covers(long atMs)
    {
        var local = DateTimeOffset.FromUnixTimeMilliseconds(atMs).ToOffset(BusinessDay.Offset);
        var time = TimeOnly.FromDateTime(local.DateTime);
        return FromMonday(local.DayOfWeek) >= FromMonday(FirstDay) && FromMonday(local.DayOfWeek) <= FromMonday(LastDay) && time >= From && time < To;
    }

    private static int FromMonday(DayOfWeek day) => ((int)day + 6) % 7;
}
