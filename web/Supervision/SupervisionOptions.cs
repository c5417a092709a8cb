using System.ComponentModel.DataAnnotations;
using OpsBoard.Supervision;

namespace OpsBoard.Web.Supervision;

/// <summary>The configuration section <c>Supervision</c>: from when an entry of the ledger is marked.</summary>
public sealed class SupervisionOptions
{
    public const string Section = "Supervision";

    /// <summary>What a month is worth whose steps or whose quantity fell short: None, Explained (◆), Warning (▲) or Behind (■).</summary>
    [EnumDataType(typeof(TaskMark))]
    public TaskMark MonthShort { get; set; } = TaskStandards.Default.MonthShort;

    /// <summary>What a quarter is worth whose steps or whose quantity fell short.</summary>
    [EnumDataType(typeof(TaskMark))]
    public TaskMark QuarterShort { get; set; } = TaskStandards.Default.QuarterShort;

    /// <summary>How many days before the end of its week an open entry is marked ▲: 0 to 60.</summary>
    [Range(0, 60)]
    public int WarnDays { get; set; } = TaskStandards.Default.WarnDays;

    public TaskStandards Standards => new(MonthShort, QuarterShort, WarnDays);
}
