namespace OpsBoard.Web.Run;

/// <summary>The demonstration: a simulated province feeds the real intake.</summary>
/// <param name="Speed">How fast its day passes; 60 shows a day in 24 minutes.</param>
/// <param name="Start">The time of day at which it begins; null: now, or 09:30 outside of office hours.</param>
internal sealed record DemoSettings(double Speed, TimeOnly? Start)
{
    private static readonly TimeOnly OfficeOpens = new(8, 30);
    private static readonly TimeOnly OfficeCloses = new(17, 0);
    private static readonly TimeOnly GoodMoment = new(9, 30);

    /// <summary>Never before the newest event of the journal: the demonstration's clock does not run backwards between two starts.</summary>
    public DateTimeOffset Begin(DateTimeOffset now, long newestEventMs)
    {
        var local = now.ToOffset(Units.BusinessDay.Offset);
        var time = TimeOnly.FromDateTime(local.DateTime);
        var isOffice = time >= OfficeOpens && time < OfficeCloses;
        var begin = Start is null && isOffice ? local : new DateTimeOffset(DateOnly.FromDateTime(local.DateTime), Start ?? GoodMoment, local.Offset);
        var newest = DateTimeOffset.FromUnixTimeMilliseconds(newestEventMs).ToOffset(local.Offset);
        return begin > newest ? begin : newest;
    }
}
