namespace OpsBoard.Supervision.Duties;

/// <summary>How a unit stands with a duty in one period.</summary>
public enum DutyState
{
    /// <summary>The duty was not yet in force when the period began (未实施).</summary>
    NotInForce,

    /// <summary>There is time (未到期).</summary>
    NotDue,

    /// <summary>Its last days have come, and it is not done (应开展).</summary>
    Due,

    /// <summary>已开展</summary>
    Done,

    /// <summary>Its time is over, and it was not done (逾期未开展).</summary>
    Missed,
}
