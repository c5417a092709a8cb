using System.Collections.Immutable;
using System.Text;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Indicators;
using OpsBoard.Units;

namespace OpsBoard.Testing;

/// <summary>Indicators and units' figures with defaults: a test names only what matters to it.</summary>
internal static class SomeIndicators
{
    /// <summary>As they are packaged.</summary>
    public static readonly Catalogue Packaged = CatalogueReader.ReadFile(Path.Combine(AppContext.BaseDirectory, "defaults", "indicators.json"));

    private static readonly Wording Word = new("字", "word");

    /// <summary>Completed of accepted.</summary>
    public static Indicator Rate(Direction direction = Direction.Up, long minimumVolume = 0, params ImmutableArray<Target> targets) => new(
        "completion",
        Word,
        Word,
        1,
        "公式",
        SumOf("completed"),
        SumOf("accepted"),
        [IndicatorPeriod.Today],
        IndicatorPeriod.Today,
        direction,
        minimumVolume,
        Word,
        null,
        MayExceedWhole: true,
        new Fraction(5, 100),
        targets);

    public static Target Target(decimal value, int? year = 2026, Comparison comparison = Comparison.AtLeast, bool inForce = false, string? unit = null) =>
        new(Fraction.Of(value), comparison, year, "文件", null, unit is null ? null : UnitPath.Parse(unit), inForce);

    public static UnitFigures Figures(long completed, long accepted, string unit = "hainan/haikou", FreshnessState freshness = FreshnessState.Live) =>
        Of(unit, freshness, (Counter.Completed, completed), (Counter.Accepted, accepted));

    public static UnitFigures Of(string unit, FreshnessState freshness, params (Counter Counter, long Count)[] counts) =>
        new(UnitPath.Parse(unit), new Measures(Some.Tally(counts), default, default), freshness, BusinessDay.Of(Some.NowMs));

    public static IndicatorValue Packed(string id, params (Counter Counter, long Count)[] counts) =>
        Evaluation.Of(Packaged.Find(id)!, Of("hainan/jiyang", FreshnessState.Live, counts));

    public static Sum SumOf(params string[] names) => new([.. names.Select(static name => new Term(Quantities.Find(name)!, 1))]);

    public static ReadOnlyMemory<byte> Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
