using OpsBoard.Indicators;
using OpsBoard.Units;

namespace OpsBoard.Web.Indicators;

/// <summary>Why a unit is not ranked (不参与排名), in words.</summary>
public static class NoPlaceText
{
    public static Wording Of(NoPlace reason) => reason switch
    {
        NoPlace.TooFewCases => new("业务量不足", "Too few cases"),
        NoPlace.NotReporting => new("未上报", "Not reporting"),
        NoPlace.Stale => new("数据过期", "Stale"),
        NoPlace.NotApplicable => new("不适用", "Not applicable"),
        _ => new("无数据", "No data"),
    };
}
