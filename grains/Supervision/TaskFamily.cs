namespace OpsBoard.Supervision;

/// <summary>What an event of supervision is about: an entry of the ledger, or something told of a unit beside it.</summary>
public enum TaskFamily
{
    /// <summary>An entry that was given.</summary>
    Task,

    /// <summary>An entry that was found.</summary>
    Problem,

    /// <summary>A duty that comes round (调度).</summary>
    Duty,

    /// <summary>A survey (公众评议, 第三方评估).</summary>
    Survey,
}
