using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Board;

/// <summary>
/// What a scope's wall says of its shortfalls (短板): today's rates that have a target, those behind it first, and of each the children
/// with the largest part of the gap. Fixed keys; a row too many is empty.
/// </summary>
public static class LaggingRows
{
    public const int Rows = 4;

    public const int Children = 3;

    // A hundredth of a percentage point: less is printed as nothing.
    private static readonly Fraction LeastShown = new(1, 10_000);

    /// <param name="row">From 1.</param>
    public static string Name(int row) => $"lag{row}.name";

    public static string Value(int row) => $"lag{row}.value";

    /// <summary>What the value is made of: <c>1234/1300</c>.</summary>
    public static string Parts(int row) => $"lag{row}.parts";

    public static string Target(int row) => $"lag{row}.target";

    /// <summary>The value minus the target, in percentage points.</summary>
    public static string Gap(int row) => $"lag{row}.gap";

    /// <param name="place">From 1, the child that holds the scope back most.</param>
    public static string Child(int row, int place) => $"lag{row}.unit{place}";

    /// <summary>The child's part of the gap, in percentage points.</summary>
    public static string Share(int row, int place) => $"lag{row}.share{place}";

    internal static IEnumerable<KeyValuePair<string, Shown>> Of(UnitFigures own, IReadOnlyCollection<UnitFigures> children, IndicatorBodies indicators, Roster roster)
    {
        var judged = indicators.ValuesOf(own, IndicatorPeriod.Today)
            .Where(static value => value.Indicator.IsRate && TargetOf(value) is not null && value.State != IndicatorState.NotApplicable)
            .OrderByDescending(static value => value.Status)
            .Take(Rows).ToList();
        return Enumerable.Range(1, Rows).SelectMany(row => Row(own.Unit, row, row <= judged.Count ? judged[row - 1] : null, children, roster));
    }

    private static IEnumerable<KeyValuePair<string, Shown>> Row(UnitPath scope, int row, IndicatorValue? value, IReadOnlyCollection<UnitFigures> children, Roster roster)
    {
        var target = value is null ? null : TargetOf(value);
        var worst = value is null || target is null ? [] : Worst(Lagging.Of(value.Indicator, target, children));
        yield return KeyValuePair.Create(Name(row), value is null ? Attention.Vacant : Attention.Worded(value.Indicator.Name));
        yield return KeyValuePair.Create(Value(row), value is null ? Attention.Vacant : IndicatorText.Of(value) with { Level = LevelOf(value) });
        yield return KeyValuePair.Create(Parts(row), value?.Value is null ? Attention.Vacant : Same(Print.Fraction(value.ShownNumerator, value.Denominator!.Value), StateOf(value)));
        yield return KeyValuePair.Create(Target(row), target is null ? Attention.Vacant : Same(IndicatorText.Of(target, isRate: true), States.Ok));
        yield return KeyValuePair.Create(Gap(row), value?.Value is { } rate && target is not null ? Same(Print.Points(((rate - target.Value) * 100).Cut(2)), StateOf(value)) : Attention.Vacant);
        for (var place = 1; place <= Children; place++)
        {
            var drag = place <= worst.Count ? worst[place - 1] : null;
            yield return KeyValuePair.Create(Child(row, place), drag is null ? Attention.Vacant : Attention.Worded(roster.ShortNameIn(scope, drag.Value.Unit)));
            yield return KeyValuePair.Create(Share(row, place), drag?.Share is { } share ? Same(Print.Points((share * 100).Cut(2)), States.Ok) : Attention.Vacant);
        }
    }

    /// <summary>Only those that pull the scope down: a share that helps stands on the page of the indicator.</summary>
    private static List<Drag> Worst(Lagging lagging)
    {
        var harm = lagging.Indicator.Direction == Direction.Down ? -1 : 1;
        return [.. lagging.Children.Where(drag => drag.Share * harm <= -LeastShown).OrderBy(drag => drag.Share!.Value * harm).Take(Children)];
    }

    private static Target? TargetOf(IndicatorValue value) => value.Targets.FirstOrDefault(static verdict => verdict.Decides)?.Target;

    private static string StateOf(IndicatorValue value) => value.State == IndicatorState.Stale ? States.Stale : States.Ok;

    private static string? LevelOf(IndicatorValue value) => value.Status switch
    {
        IndicatorStatus.AtRisk => Levels.Warning,
        IndicatorStatus.Behind => Levels.Behind,
        _ => null,
    };

    private static Shown Same(string text, string state) => new(text, text, state);
}
