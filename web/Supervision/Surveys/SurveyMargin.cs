using OpsBoard.Indicators;

namespace OpsBoard.Web.Supervision.Surveys;

/// <summary>The ends of an interval in percent, to one decimal, rounded outwards: it is never told narrower than it is.</summary>
internal static class SurveyMargin
{
    public static decimal Low(Interval margin) => Math.Floor((decimal)margin.Low * 1000) / 10;

    public static decimal High(Interval margin) => Math.Ceiling((decimal)margin.High * 1000) / 10;
}
