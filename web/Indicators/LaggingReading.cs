using OpsBoard.Board;
using OpsBoard.Indicators;
using OpsBoard.Units;

namespace OpsBoard.Web.Indicators;

/// <summary>Which children hold a scope back, at one instant: what page, API and CSV print. Points are percentage points with two decimals.</summary>
internal sealed class LaggingReading
{
    private readonly Dictionary<UnitPath, decimal> _shares = [];

    public LaggingReading(IndicatorQuestion question, ScopeFigures figures)
    {
        Question = question;
        Figures = figures;
        var target = Evaluation.Of(question.Indicator, figures.Own).Targets.FirstOrDefault(static verdict => verdict.Decides)?.Target;
        Lagging = Lagging.Of(question.Indicator, target, figures.Children);
        var shared = All.Where(static drag => drag.Share is not null).OrderBy(static drag => drag.Value.Unit, UnitPath.InOrder).ToList();
        foreach (var (drag, points) in shared.Zip(SharePoints.Of([.. shared.Select(static drag => drag.Share!.Value)]))) _shares[drag.Value.Unit] = points;
    }

    public IndicatorQuestion Question { get; }

    public ScopeFigures Figures { get; }

    public Lagging Lagging { get; }

    /// <summary>The children with a usable value, most harmful first, then the others.</summary>
    public IEnumerable<Drag> All => Lagging.Children.Concat(Lagging.Apart);

    /// <summary>The children that owe figures, and how many of them report.</summary>
    public int Units => Figures.Children.Count(static unit => unit.Owes);

    public int Reporting => Figures.Children.Count(static unit => unit.Owes && unit.Freshness is not (FreshnessState.Silent or FreshnessState.Never));

    public decimal? Gap => (Lagging.Gap * 100)?.Cut(2);

    /// <summary>Of all children, those apart included; equal to <see cref="Gap"/>, also as printed.</summary>
    public decimal? SumOfShares => Lagging.Gap is null ? null : All.Sum(ShareOf);

    public decimal? ShareOf(Drag drag) => _shares.TryGetValue(drag.Value.Unit, out var points) ? points : null;

    public static decimal? EffectOf(Drag drag) => (drag.Effect * 100)?.Cut(2);
}
