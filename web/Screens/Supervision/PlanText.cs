using OpsBoard.Indicators;
using OpsBoard.Supervision.Plans;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Screens.Supervision;

/// <summary>How the figures of a plan read; numbers themselves are printed by <see cref="Print"/>.</summary>
internal static class PlanText
{
    /// <summary><c>≥ 60</c>, <c>≥ 70%</c></summary>
    public static string Wanted(TargetPlan plan, Fraction wanted) =>
        IndicatorText.Of(new Target(wanted, plan.IsAtMost ? Comparison.AtMost : Comparison.AtLeast, plan.Year, plan.Document, null, plan.Unit, InForce: true), plan.IsRate);

    public static string Target(TargetPlan plan, TargetWords own) => plan.Target is { } target ? Wanted(plan, target) : own.AllOfThem;

    /// <summary><c>61</c>, <c>≈ 100</c>, <c>20.8%</c>; a dash where nothing is known.</summary>
    public static string Reached(PlanAmount? amount) => amount switch
    {
        null => "—",
        { Denominator: { } denominator } => Print.Rate(amount.Numerator, denominator),
        _ => SupervisionText.Of(amount.Numerator, amount.Qualifier),
    };

    /// <summary><c>51/245</c>; of a count against the target of the year, <c>61/60</c>, and <c>≈ 100/100</c> of what is only about so many.</summary>
    public static string Parts(TargetPlan plan, PlanAmount? amount) => amount switch
    {
        null => "—",
        { Denominator: { } denominator } => Print.Fraction(amount.Numerator, denominator),
        _ when plan.Target is { } target => $"{Reached(amount)}/{Print.Digits(target.Ceiling())}",
        _ => "—",
    };
}
