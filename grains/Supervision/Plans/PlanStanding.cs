namespace OpsBoard.Supervision.Plans;

/// <summary>An amount against what was to be reached by the end of its period.</summary>
public enum PlanStanding
{
    /// <summary>未开始</summary>
    NotBegun,

    /// <summary>进行中: what is not over is not judged.</summary>
    Running,

    /// <summary>Nothing is known of it: neither 0 nor short.</summary>
    NoData,

    /// <summary>About 100 is not known to be 100, and of "all" nobody said how many that is; not counted as met.</summary>
    Unsure,

    Met,

    Behind,
}
