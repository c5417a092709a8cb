using OpsBoard.Counting;
using OpsBoard.Indicators;
using OpsBoard.Journal;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;
using OpsBoard.Web.Screens.Units;

namespace OpsBoard.Web.Screens.Sheet;

/// <summary>Reads the sheet of a number off the frame, or the sums, that the page shows, so that both say the same.</summary>
internal sealed class SheetReader(IndicatorBodies bodies, UnitIndicators indicators, Printed printed, Roster roster, IJournal journal)
{
    private static readonly Wording OfRoster = new("由名册和各级单位的在报情况得出，不由事件计数", "Taken from the roster and from which units report, not counted from events");

    private static readonly Wording Numerator = new("分子", "Numerator");
    private static readonly Wording Denominator = new("分母", "Denominator");
    private static readonly Wording Count = new("计数", "Count");

    /// <returns>Null when the frame has no such unit, or there is no such figure.</returns>
    public async Task<SheetView?> Read(Frame frame, SheetKey key, CancellationToken cancellation)
    {
        var row = printed.ChildrenOf(frame.Board).Append(frame.Board.Own).FirstOrDefault(row => row.Unit == key.Unit);
        if (row is null || SheetOf(frame, row, key) is not { } sheet) return null;
        return await WithRevisions(sheet, cancellation);
    }

    /// <summary>The sheet of a number that is summed over days.</summary>
    /// <returns>Null when the page has no such number.</returns>
    public async Task<SheetView?> Read(UnitPath scope, PeriodPanels panels, SheetKey key, CancellationToken cancellation) =>
        SheetOf(scope, panels, key) is { } sheet ? await WithRevisions(sheet, cancellation) : null;

    private async Task<SheetView> WithRevisions(SheetView sheet, CancellationToken cancellation)
    {
        var revisions = await journal.ReadRevisions(sheet.Key.Unit, sheet.First, sheet.Last, cancellation);
        return sheet with
        {
            Revised = revisions.Count(static revision => revision.State is RevisionState.Entered or RevisionState.Approved),
            Waiting = revisions.Count(static revision => revision.State == RevisionState.Waiting),
        };
    }

    private SheetView? SheetOf(Frame frame, Contribution row, SheetKey key)
    {
        var of = new Span(frame.Board.Day, frame.Board.Day, frame.AsOf);
        if (key.Indicator is { } id) return bodies.Find(id) is { } indicator ? OfIndicator(Evaluation.Of(indicator, FiguresOf(frame, row)), key, of) : null;
        if (FigureFacts.Find(key.Figure) is not { } fact || !frame.Shown.TryGetValue(key.ToString(), out var shown)) return null;
        var told = fact.Indicator is { } same && bodies.Find(same) is { } known ? Evaluation.Of(known, FiguresOf(frame, row)) : null;
        return OfFigure(row, key, fact, shown, told, of);
    }

    private SheetView? SheetOf(UnitPath scope, PeriodPanels panels, SheetKey key)
    {
        var (sums, of) = (panels.Sums, new Span(panels.Sums.First, panels.Sums.Last, panels.Sums.AsOf));
        var tally = key.Unit == scope ? sums.Own : sums.Children.FirstOrDefault(child => child.Key == key.Unit).Value;
        if (tally is null) return null;
        IndicatorValue? Told(string id) => indicators.Over(key.Unit, tally, sums.Last, panels.Period).FirstOrDefault(value => value.Indicator.Id == id);
        if (key.Indicator is { } asked) return Told(asked) is { } value ? OfIndicator(value, key, of) : null;
        if (FigureFacts.Find(key.Figure) is not { } fact || SumColumns.Find(tally, roster.Find(key.Unit)?.Reporting ?? true, key.Figure) is not { } shown) return null;
        return OfFigure(SumColumns.RowOf(key.Unit, tally), key, fact, shown, fact.Indicator is { } id ? Told(id) : null, of);
    }

    private static SheetView OfFigure(Contribution row, SheetKey key, FigureFact fact, Shown shown, IndicatorValue? told, Span of) => new(
        key,
        Name: null,
        shown,
        Part(fact.Numerator, row),
        fact.Denominator is { } denominator ? Part(denominator, row) : null,
        fact.Definition,
        fact.Version,
        told?.Indicator.Source,
        fact.IsOfInstant,
        of.First,
        of.Last,
        of.AsOf,
        told?.Targets ?? [],
        IsRate: true,
        told?.Indicator.Owner,
        Reason: null,
        0,
        0);

    private static SheetView OfIndicator(IndicatorValue value, SheetKey key, Span of)
    {
        var indicator = value.Indicator;
        return new(
            key,
            indicator.Name,
            IndicatorText.Of(value) with { Level = LevelOf(value) },
            Part(indicator.IsRate ? Numerator : Count, indicator.Numerator, value.Numerator),
            indicator.Denominator is { } denominator ? Part(Denominator, denominator, value.Denominator!.Value) : null,
            indicator.Definition,
            indicator.Version,
            indicator.Source,
            IsOfInstant: !IsOfDays(indicator),
            of.First,
            of.Last,
            of.AsOf,
            value.Targets,
            indicator.IsRate,
            indicator.Owner,
            value.Reason,
            0,
            0);
    }

    private UnitFigures FiguresOf(Frame frame, Contribution row) => bodies.Live(row, printed.FreshnessOf(row, frame.AsOf.ToUnixTimeMilliseconds()));

    private static SheetPart Part(FigurePart part, Contribution row) => new(part.Name, part.Read(row), part.Events, part.NoEvents, part.Events?.Replace(",", " + ", StringComparison.Ordinal));

    private static SheetPart Part(Wording name, Sum sum, long count)
    {
        var isOfEvents = sum.Terms.All(static term => EventTerms.IsKnown(term.Quantity.Name));
        var events = isOfEvents ? string.Join(',', sum.Terms.Select(static term => $"{(term.Sign < 0 ? "-" : "")}{term.Quantity.Name}")) : null;
        return new(name, count, events, isOfEvents ? null : OfRoster, sum.ToString());
    }

    // Gauges and stocks are as they stand; only counters of the period add up over days.
    private static bool IsOfDays(Indicator indicator) => indicator.Quantities.Any(static quantity =>
        EventTerms.TryParse(quantity.Name, out var terms, out _) && terms.Any(static term => term.Counter is { } counter && Counters.SpanOf(counter) == CounterSpan.Period));

    private static string? LevelOf(IndicatorValue value) => value.Status switch
    {
        IndicatorStatus.AtRisk => Levels.Warning,
        IndicatorStatus.Behind => Levels.Behind,
        _ => null,
    };

    /// <summary>The days of a number, both included, and the instant up to which events are in it.</summary>
    private sealed record Span(BusinessDay First, BusinessDay Last, DateTimeOffset AsOf);
}
