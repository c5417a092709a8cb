using System.Collections.Immutable;
using OpsBoard.Indicators;
using OpsBoard.Units;

namespace OpsBoard.Web.Indicators;

/// <summary>A scope and its children over a run of business days, as their indicators are read; both days are in it.</summary>
/// <param name="Children">In roster order, then by path; never default.</param>
internal sealed record ScopeFigures(BusinessDay First, BusinessDay Last, DateTimeOffset AsOf, UnitFigures Own, ImmutableArray<UnitFigures> Children);
