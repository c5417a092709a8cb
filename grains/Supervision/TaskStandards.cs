namespace OpsBoard.Supervision;

/// <summary>From when an entry is marked; a province may set them otherwise (Supervision of the settings).</summary>
/// <param name="MonthShort">What a month is worth whose steps or whose quantity fell short.</param>
/// <param name="QuarterShort">What a quarter is worth.</param>
/// <param name="WarnDays">How many days before the end of the due week the warning begins.</param>
public sealed record TaskStandards(TaskMark MonthShort = TaskMark.Warning, TaskMark QuarterShort = TaskMark.Behind, int WarnDays = 7)
{
    public static readonly TaskStandards Default = new();
}
