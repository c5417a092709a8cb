using OpsBoard.Units;

namespace OpsBoard.Web.Screens.Sheet;

/// <summary>The numerator or the denominator of a figure: a whole number and where it comes from.</summary>
/// <param name="Events">The question that lists its events, as <c>/events?counter=</c> takes it; null: it is not made of events.</param>
/// <param name="NoEvents">Why it is not made of events; null where it is.</param>
public sealed record FigurePart(Wording Name, Func<Contribution, long> Read, string? Events, Wording? NoEvents = null);
