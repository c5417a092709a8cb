using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>Sums over whole business days, for pages that are not live.</summary>
public interface IPeriods
{
    /// <param name="period">month, quarter, year, all, or <c>YYYY-MM-DD..YYYY-MM-DD</c> with both days in it.</param>
    /// <returns>Null when the scope is unknown or the text is no period.</returns>
    ValueTask<PeriodSums?> Sum(UnitPath scope, string period, CancellationToken cancellation);
}
