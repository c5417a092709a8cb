using System.Collections.Immutable;
using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;
using OpsBoard.Web.Screens.Pickers;

namespace OpsBoard.Web.Screens.Lagging;

/// <summary>What the screen of lagging units says of a reading, in one language.</summary>
internal sealed class LaggingText(LaggingReading reading, Words words, Roster roster)
{
    private readonly LaggingWords _words = LaggingWords.For(words);

    private Indicator Indicator => reading.Question.Indicator;

    /// <summary>The page in one sentence: what the parent would be without the most harmful child.</summary>
    public string Lead
    {
        get
        {
            if (reading.Lagging.Value is null || reading.Lagging.Children.IsEmpty) return Filled(_words.NoData);
            var worst = reading.Lagging.Children[0];
            if (worst.Effect is not { } effect) return Filled(_words.OnlyOne, ("unit", NameOf(worst)));
            if (!IsHarm(effect)) return Filled(_words.NoneHarms);
            var (numerator, denominator) = (reading.Lagging.Numerator - worst.Value.Numerator, reading.Lagging.Denominator - worst.Value.Denominator!.Value);
            return Filled(_words.Lead, ("unit", NameOf(worst)), ("without", Print.Rate(Math.Max(0, numerator), denominator)), ("effect", EffectOf(worst)));
        }
    }

    /// <summary>The parent's value, its gap to the target and the sum of the shares; null without a value.</summary>
    public string? Gap
    {
        get
        {
            if (reading.Lagging.Value is null) return null;
            if (reading.Lagging.Target is not { } target || reading.Gap is not { } gap) return Filled(_words.NoTarget);
            return Filled(_words.Gap, ("target", IndicatorText.Of(target, isRate: true)), ("gap", Print.Points(gap)), ("sum", Print.Points(reading.SumOfShares ?? 0)));
        }
    }

    public string Reporting => _words.Reporting.Fill(("n", Print.Digits(reading.Reporting)), ("all", Print.Digits(reading.Units)));

    public string NameOf(Drag drag) => words.Of(roster.NameIn(reading.Question.Scope, drag.Value.Unit));

    public string EffectOf(Drag drag)
    {
        if (drag.Effect is not { } effect) return _words.NothingElse;
        if (effect == Fraction.Zero) return _words.None;
        var points = LaggingReading.EffectOf(drag)!.Value;
        if (points == 0) return effect < Fraction.Zero ? _words.DownBelow : _words.UpBelow;
        return (effect < Fraction.Zero ? _words.Down : _words.Up).Fill(("points", Print.Points(points)));
    }

    public string ShareOf(Drag drag) => reading.ShareOf(drag) is { } points ? Print.Points(points) : "—";

    public string NeededOf(Drag drag) => drag.Needed switch
    {
        null => "—",
        0 => _words.Reached,
        { } needed => (Indicator.Direction == Direction.Down ? _words.Fewer : _words.NeededBy[IndicatorFamilies.Of(Indicator)]).Fill(("n", Print.Digits(needed))),
    };

    /// <summary>True where the child makes the parent worse.</summary>
    public bool IsHarm(Fraction effect) => Indicator.Direction == Direction.Down ? effect > Fraction.Zero : effect < Fraction.Zero;

    public string TrendOf(ImmutableArray<IndicatorValue?> days)
    {
        var known = days.OfType<IndicatorValue>().ToList();
        if (known.Count == 0) return _words.NoTrend;
        return _words.TrendOf.Fill(
            ("low", TextOf(known.MinBy(static value => value.Value!.Value)!)),
            ("high", TextOf(known.MaxBy(static value => value.Value!.Value)!)),
            ("last", TextOf(known[^1])));
    }

    private string TextOf(IndicatorValue value) => words.Of(IndicatorText.Of(value));

    private string Filled(string pattern, params IEnumerable<(string Place, string Text)> texts)
    {
        var (numerator, denominator) = (Math.Max(0, reading.Lagging.Numerator), reading.Lagging.Denominator);
        return pattern.Fill([
            .. texts,
            ("parent", words.Of(roster.NameOf(reading.Question.Scope))),
            ("indicator", words.Of(Indicator.Name)),
            ("value", denominator > 0 ? Print.Rate(numerator, denominator) : "—"),
            ("parts", $"{Print.Digits(numerator)} / {Print.Digits(denominator)}"),
        ]);
    }
}
