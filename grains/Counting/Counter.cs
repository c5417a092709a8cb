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
    /// <summary>Tickets handed to another window (转号).</summary>
    Transferred,
    /// <summary>Cases completed at last, on the day of their <em>acceptance</em>: with <see cref="Accepted"/> the rate of one cohort (同批).</summary>
    CompletedOfAccepted,
    /// <summary>Cases that ended without an acceptance that is known here, on the day of the end; so that in progress = accepted + these - completed - withdrawn.</summary>
    EndedUnaccepted,
    /// <summary>Accepted cases with a promise (承诺件): promised days or a due instant.</summary>
    Promised,
    /// <summary>Cases completed before the last working day of their promise (提前办结), among <see cref="OnTime"/>.</summary>
    Early,
    /// <summary>Cases completed within their legal days (法定时限).</summary>
    LegalOnTime,
    /// <summary>Cases completed after their legal days.</summary>
    LegalLate,
    /// <summary>Cases accepted on a day that is no working day (5+2 周末办件): weekends and public holidays.</summary>
    RestDay,
    /// <summary>Cases accepted on a working day outside of the office hours (延时服务).</summary>
    AfterHours,
    /// <summary>Default reviews of three stars and more, among <see cref="ReviewsByDefault"/>.</summary>
    DefaultGood,
    /// <summary>Reviews against which an appeal was raised, on the day of the first appeal.</summary>
    ReviewsAppealed,
    /// <summary>Reviews taken out of the rate by an upheld appeal (申诉剔除), on the day they were submitted.</summary>
    ReviewsUpheld,
    /// <summary>Bad reviews whose handling was published (公开), on the day of publication.</summary>
    ReviewsPublished,
    /// <summary>Bad reviews whose author must have been contacted (回访) by this day: on the day of the deadline.</summary>
    ContactDue,
    /// <summary>Of <see cref="ContactDue"/>, those contacted at last, on the day of the deadline.</summary>
    ContactDone,
    /// <summary>Of <see cref="ContactDone"/>, those contacted by the deadline.</summary>
    ContactOnTime,
    /// <summary>Bad reviews that must have been rectified (整改) by this day: on the day of the deadline.</summary>
    RectifyDue,
    RectifyDone,
    RectifyOnTime,
    /// <summary>Hotline orders (12345 工单) received.</summary>
    HotlineReceived,
    HotlineAnswered,
    HotlineClosed,
    /// <summary>Hotline orders that the caller rated, on the day of the last rating.</summary>
    HotlineRated,
    /// <summary>Of <see cref="HotlineRated"/>, those of three stars and more.</summary>
    HotlineSatisfied,
    /// <summary>Items (事项) listed less items delisted, on the day of the change: the sum from the beginning is the catalogue. See <see cref="Counters.SpanOf"/>.</summary>
    ItemsListed,
    ItemsZeroTrip,
    /// <summary>Items handled at comprehensive windows (综合窗口).</summary>
    ItemsComprehensive,
    ItemsCrossProvince,
    ItemsOneThing,
    /// <summary>Zero-trip items with at least one case of the year, on the day of the first: the sum from 1 January.</summary>
    ItemsZeroTripUsed,
}
