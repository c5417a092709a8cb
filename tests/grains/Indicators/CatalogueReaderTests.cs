using OpsBoard.Configuration;
using OpsBoard.Testing;

namespace OpsBoard.Indicators;

public sealed class CatalogueReaderTests
{
    [Fact]
    public void The_packaged_catalogue_has_every_indicator() => Assert.Equal(
        [
            "zero-trip-items",
            "zero-trip-usage-items",
            "zero-trip-usage-cases",
            "completion-flow",
            "completion-cohort",
            "on-time",
            "early",
            "legal-on-time",
            "instant-share",
            "comprehensive-items",
            "satisfaction-active",
            "satisfaction-all",
            "review-active-share",
            "default-review-share",
            "reviews-upheld",
            "bad-review-contacted",
            "bad-review-contacted-on-time",
            "bad-review-rectified",
            "bad-review-rectified-on-time",
            "weekend-cases",
            "after-hours-share",
            "coverage-county",
            "coverage-township",
            "coverage-village",
            "hotline-satisfaction",
        ],
        SomeIndicators.Packaged.All.Select(static indicator => indicator.Id));

    [Fact]
    public void Two_documents_of_one_year_are_both_kept() => Assert.Equal(
        [(2022, 0.6m), (2023, 0.7m), (2023, 0.85m)],
        SomeIndicators.Packaged.Find("zero-trip-usage-items")!.Targets.Select(static target => (target.Year!.Value, target.Value.Cut(2))));

    [Fact]
    public void A_formula_reads_as_it_is_counted() =>
        Assert.Equal("(onTime) / (onTime + late)", SomeIndicators.Packaged.Find("on-time")!.Formula);

    [Fact]
    public void What_is_taken_away_has_a_minus()
    {
        var indicator = Read("""  "numerator": ["accepted", "-withdrawn"],""").All[0];

        Assert.Equal("accepted - withdrawn", indicator.Formula);
    }

    [Fact]
    public void Where_nothing_is_said_a_rate_is_ranked_from_30_cases_on_and_at_risk_within_5_points()
    {
        var indicator = SomeIndicators.Packaged.Find("early")!;

        Assert.Equal((30, new Fraction(5, 100), 1), (indicator.MinimumVolume, indicator.RiskMargin, indicator.Version));
    }

    [Theory]
    [InlineData("""  "numerator": ["acepted"],""", "line 2: \"numerator\": \"acepted\" is not counted; known are abandoned, ")]
    [InlineData("""  "numerator": [],""", "line 2: \"numerator\" needs one counter at least, such as [\"completed\"].")]
    [InlineData("""  "numerator": ["accepted"], "defaultPeriod": "now",""", "line 2: \"defaultPeriod\" now is not among \"periods\".")]
    [InlineData("""  "numerator": ["accepted"], "periods": ["week"],""", "line 2: \"periods\" is one of now, today, month, quarter, year, not \"week\".")]
    [InlineData("""  "numerator": ["accepted"], "direction": "left",""", "line 2: \"direction\" is one of up, down, neutral, not \"left\".")]
    [InlineData("""  "numerator": ["accepted"], "owner": { "zh": "厅" },""", "line 2: \"owner\" needs \"zh\" and \"en\".")]
    [InlineData("""  "numerator": ["accepted"], "source": " ",""", "line 2: \"source\" is missing: the document and its formula.")]
    [InlineData("""  "numerator": ["accepted"], "minimumVolume": -1,""", "line 2: \"minimumVolume\" is 0 or more.")]
    [InlineData("""  "numerator": ["accepted"], "riskMargin": "5%",""", "line 3: \"riskMargin\" is a number, and given once.")]
    [InlineData("""  "numerator": ["accepted"], "targets": [ { "comparison": ">=" } ],""", "line 3: a target needs \"value\", such as 0.65 for 65 %.")]
    [InlineData("""  "numerator": ["accepted"], "targets": [ { "value": 1, "comparison": "=" } ],""", "line 3: \"comparison\" is one of >=, >, <=, <, not \"=\".")]
    [InlineData("""  "numerator": ["accepted"], "targets": [ { "value": 1, "comparison": ">=" } ],""", "line 3: \"document\" is missing: the document that sets the target.")]
    [InlineData("""  "numerator": ["accepted"], "targets": [ { "value": 1, "comparison": ">=", "document": "d", "unit": "Hainan" } ],""", "line 3: \"unit\" \"Hainan\": ")]
    [InlineData("""  "numerator": ["accepted"], "colour": "red",""", "line 3: \"colour\" is not known; known are id, ")]
    public void A_mistake_is_named_with_its_line(string members, string expected)
    {
        var mistake = Assert.Throws<ConfigurationException>(() => Read(members));

        Assert.StartsWith("indicators.json, " + expected, mistake.Message);
    }

    [Fact]
    public void An_id_is_given_once()
    {
        var entry = Entry("""  "numerator": ["accepted"],""");

        var mistake = Assert.Throws<ConfigurationException>(() => Parse($$"""{ "indicators": [{{entry}}, {{entry}}] }"""));

        Assert.EndsWith("the indicator \"some\" is given twice; an id is given once.", mistake.Message);
    }

    [Fact]
    public void One_document_of_a_year_is_in_force()
    {
        const string Target = """{ "value": 1, "comparison": ">=", "document": "d", "year": 2026, "inForce": true }""";

        var mistake = Assert.Throws<ConfigurationException>(() => Read($"  \"numerator\": [\"accepted\"], \"targets\": [ {Target},\n{Target} ],"));

        Assert.Equal("indicators.json, line 4: two targets of one year are \"inForce\"; only one can decide.", mistake.Message);
    }

    private static Catalogue Read(string members) => Parse($$"""
        { "indicators": [
        {{Entry(members)}} ] }
        """);

    // What a test names replaces the default of the same name.
    private static string Entry(string members) => "{\n" + members + "\n" + string.Join(",\n", Defaults.Where(member => !members.Contains(member.Split(':')[0], StringComparison.Ordinal))) + " }";

    private static string[] Defaults =>
    [
        "\"id\": \"some\"",
        """ "name": { "zh": "名", "en": "Name" }""",
        """ "definition": { "zh": "定义", "en": "Definition" }""",
        """ "source": "文件" """,
        """ "periods": ["today"]""",
        """ "direction": "up" """,
        """ "owner": { "zh": "厅", "en": "Office" }""",
    ];

    private static Catalogue Parse(string text) => CatalogueReader.Read(SomeIndicators.Utf8(text), "indicators.json");
}
