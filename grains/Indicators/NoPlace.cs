namespace OpsBoard.Indicators;

/// <summary>Why a unit is not ranked (不参与排名).</summary>
public enum NoPlace
{
    /// <summary>业务量不足</summary>
    TooFewCases,
    /// <summary>未上报</summary>
    NotReporting,
    /// <summary>数据过期</summary>
    Stale,
    /// <summary>不适用</summary>
    NotApplicable,
    /// <summary>无数据</summary>
    NoData,
}
