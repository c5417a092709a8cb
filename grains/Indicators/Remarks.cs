namespace OpsBoard.Indicators;

/// <summary>What has to stand beside a value so that it is not misread.</summary>
[Flags]
public enum Remarks
{
    None = 0,
    /// <summary>Above the whole, and rightly so: cases of earlier periods are in it (含往期件).</summary>
    ExceedsWhole = 1,
    /// <summary>Corrections took away more than there was; 0 is shown.</summary>
    BelowZero = 2,
    /// <summary>The calendar does not say which days of the time were working days.</summary>
    CalendarIncomplete = 4,
}
