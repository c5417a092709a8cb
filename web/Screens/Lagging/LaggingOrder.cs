using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Screens.Lagging;

/// <summary>The orders in which lagging units can be read; what has no value stands last in each.</summary>
internal static class LaggingOrder
{
    public const string Effect = "effect";
    public const string Share = "share";
    public const string Needed = "needed";
    public const string Value = "value";
    public const string Name = "name";

    private static readonly string[] All = [Effect, Share, Needed, Value, Name];

    /// <returns>The one that is asked for; the most harmful first where it is none of them.</returns>
    public static string Known(string? asked) => All.Contains(asked) ? asked! : Effect;

    public static IEnumerable<Drag> In(string order, LaggingReading reading, Roster roster)
    {
        IEnumerable<Drag> drags = reading.Lagging.Children;
        var worst = reading.Question.Indicator.Direction == Direction.Down ? -1 : 1;
        return order switch
        {
            Share => drags.OrderBy(static drag => drag.Share is null).ThenBy(drag => (drag.Share ?? Fraction.Zero) * worst),
            Needed => drags.OrderByDescending(static drag => drag.Needed ?? -1),
            Value => drags.OrderBy(drag => drag.Value.Value!.Value * worst),
            Name => roster.InOrder(drags, static drag => drag.Value.Unit),
            _ => drags,
        };
    }
}
