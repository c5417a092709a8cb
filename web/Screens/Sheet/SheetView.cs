using System.Collections.Immutable;
using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Sheet;

/// <summary>One number with all that is known of where it comes from.</summary>
/// <param name="Name">Null: the screen's own label of the figure.</param>
/// <param name="Source">The document and its formula; null where none orders the figure.</param>
/// <param name="IsRate">Whether targets are percentages.</param>
/// <param name="Owner">The office that answers for the definition; null: none but the unit itself.</param>
/// <param name="Reason">Why the figure does not apply; null where it does.</param>
/// <param name="First">With <paramref name="Last"/>, which is in it too, the days of the number.</param>
/// <param name="Waiting">Changes of those days that wait for approval and are not in the number.</param>
public sealed record SheetView(
    SheetKey Key,
    Wording? Name,
    Shown Value,
    SheetPart Numerator,
    SheetPart? Denominator,
    Wording Definition,
    int Version,
    string? Source,
    bool IsOfInstant,
    BusinessDay First,
    BusinessDay Last,
    DateTimeOffset AsOf,
    ImmutableArray<TargetVerdict> Targets,
    bool IsRate,
    Wording? Owner,
    Wording? Reason,
    int Revised,
    int Waiting)
{
    public IEnumerable<SheetPart> Parts => Denominator is null ? [Numerator] : [Numerator, Denominator];
}
