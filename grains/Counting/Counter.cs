namespace OpsBoard.Counting;

/// <summary>
/// What is counted, once for each subject and business day. The names are columns of the journal's cells: new ones are added at the end.
/// </summary>
public enum Counter
{
    /// <summary>Tickets issued (取号), on the day of issue.</summary>
    Issued,
    /// <summary>Tickets called (叫号), once a ticket, on the day of the last call.</summary>
    Called,
    /// <summary>Tickets abandoned (弃号).</summary>
    Abandoned,
    /// <summary>Cases accepted (受理), on the day of acceptance.</summary>
    Accepted,
    /// <summary>Cases completed (办结), on the day of completion.</summary>
    Completed,
    /// <summary>Cases withdrawn (撤件), on the day of withdrawal.</summary>
    Withdrawn,
    /// <summary>Completed cases that were done at once (即办件).</summary>
    Instant,
    /// <summary>Accepted cases that needed no trip (零跑动).</summary>
    ZeroTrip,
    /// <summary>Cases completed by their due instant, among those that have one.</summary>
    OnTime,
    /// <summary>Cases completed after their due instant.</summary>
    Late,
    /// <summary>Reviews of one star (非常不满意) that a citizen submitted; defaults are apart.</summary>
    Stars1,
    Stars2,
    Stars3,
    Stars4,
    /// <summary>Reviews of five stars (非常满意).</summary>
    Stars5,
    /// <summary>Reviews given by default because the citizen said nothing (默认评价).</summary>
    ReviewsByDefault,
}
