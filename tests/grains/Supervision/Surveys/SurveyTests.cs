using OpsBoard.Testing;

namespace OpsBoard.Supervision.Surveys;

/// <summary>Surveys are declared with document, day and sample, and say how far a share may be off.</summary>
public sealed class SurveyTests
{
    private const string Data =
        """{"survey":"opinion","kind":"public","title":"年度公众评议","measure":"share","value":93.6,"sample":1200,"institution":"营商环境建设局","date":"2026-11-10","document":"通报"}""";

    [Fact]
    public void A_survey_is_read_with_all_that_its_document_says_and_kept_as_it_was_said()
    {
        var told = SomeTask.Read(SomeTask.Json("opsboard.survey.published", Data)).Event!;

        Assert.Equal(("hainan/jiyang#survey:opinion", SomeFact.Result(), new TaskEvidence(SomeFact.Day("2026-11-10"), "通报")), ($"{told.Task}", told.Facts.Survey, told.Facts.Evidence));
        Assert.Equal(told.Facts, TaskFactsJson.Read(TaskFactsJson.Write(told.Facts), told.Act));
    }

    [Theory]
    [InlineData("\"value\":93.6", "\"value\":100.01", "invalid_member value")]
    [InlineData("\"value\":93.6", "\"value\":93.605", "invalid_member value")]
    [InlineData("\"value\":93.6", "\"value\":\"93.6\"", "invalid_member value")]
    [InlineData("\"sample\":1200", "\"sample\":0", "invalid_member sample")]
    [InlineData(",\"sample\":1200", "", "missing_member data.sample")]
    [InlineData("\"kind\":\"public\"", "\"kind\":\"other\"", "invalid_member data.kind")]
    [InlineData(",\"document\":\"通报\"", "", "missing_member data.document")]
    [InlineData("2026-11-10", "2026-11-21", "time_out_of_range date")]
    [InlineData("2026-11-10", "2026-11-31", "invalid_member date")]
    [InlineData("营商环境建设局", "13812345678", "personal_data data.institution")]
    [InlineData("\"value\":93.6", "\"value\":93.6,\"by\":\"hainan/jiyang/housing\"", "invalid_unit by")]
    public void What_a_survey_must_not_be_is_refused_with_the_rule_and_the_member(string instead, string of, string rule)
    {
        var refusal = SomeTask.Read(SomeTask.Json("opsboard.survey.published", Data.Replace(instead, of, StringComparison.Ordinal))).Rejection!;

        Assert.StartsWith(rule, $"{refusal.Reason} {refusal.Detail}", StringComparison.Ordinal);
    }

    // By hand: (p + z²/2n ± z√(p(1-p)/n + z²/4n²)) / (1 + z²/n) with z = 1.959964.
    [Theory]
    [InlineData(9360, 1200, 0.92071, 0.9485)]
    [InlineData(10_000, 100, 0.96301, 1)]
    [InlineData(5000, 4, 0.15004, 0.84996)]
    public void A_share_has_the_interval_that_its_sample_gives(int hundredths, long sample, double low, double high)
    {
        var margin = Declared(SomeFact.Survey(SomeFact.Result(hundredths, sample))).Margin!.Value;

        Assert.Equal((low, high), (Math.Round(margin.Low, 5), Math.Round(margin.High, 5)));
    }

    [Fact]
    public void Points_have_none_because_nobody_tells_their_spread() => Assert.Null(Declared(SomeFact.Survey(SomeFact.Result(measure: SurveyMeasure.Score))).Margin);

    [Fact]
    public void Of_one_document_the_last_word_holds_and_of_a_survey_the_newest_comes_first()
    {
        TaskRecord[] told =
        [
            SomeFact.Survey(SomeFact.Result(9000), "2025-12-19", document: "2025"), SomeFact.Survey(SomeFact.Result(9100)),
            SomeFact.Survey(SomeFact.Result(9200), said: "2026-11-12"), SomeFact.Survey(id: "other", day: "2026-01-01"),
        ];

        Assert.Equal(["opinion 92", "opinion 90", "other 93.6"], DeclaredSurvey.Of(SomeFact.County, told).Select(static survey => $"{survey.Id} {survey.Result.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)}"));
    }

    private static DeclaredSurvey Declared(TaskRecord told) => Assert.Single(DeclaredSurvey.Of(SomeFact.County, [told]));
}
