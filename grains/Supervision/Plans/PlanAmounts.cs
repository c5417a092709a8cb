namespace OpsBoard.Supervision.Plans;

/// <summary>What the amounts of a plan mean; where it is not said, two months of a figure cannot be told from one figure told twice.</summary>
public enum PlanAmounts
{
    /// <summary>How it stands: the newest word counts, of a rate the one of the period itself.</summary>
    Level,

    /// <summary>How much was added: all words of the year are summed up.</summary>
    Flow,
}
