namespace OpsBoard.Web.Tests.Figures;

/// <summary>Rates that offices have published, from events: cut toward zero, where the offices rounded.</summary>
public sealed class PublishedRatesTests(PublishedProvince province) : IClassFixture<PublishedProvince>
{
    [Fact]
    public async Task Of_4431_accepted_cases_4374_were_completed_in_the_period() =>
        Assert.Equal("4374/4431 98.7% ok none", await province.Hall.Told("completion-flow", "month", "hainan/all"));

    // 318 / 348 is 91.379 %: rounded it would read 91.4 %. The 40 completed cases of June are in the flow and not in the cohort.
    [Fact]
    public async Task Of_the_same_348_cases_318_are_completed_which_is_cut_to_one_decimal()
    {
        Assert.Equal("318/348 91.3% ok none", await province.Hall.Told("completion-cohort", "month", "hainan/cohort"));
        Assert.Equal("358/348 102.8% ok none", await province.Hall.Told("completion-flow", "month", "hainan/cohort"));
    }

    // 322 / 329 is 97.87 %, which the bulletin rounds to 98 %.
    [Fact]
    public async Task The_98_percent_of_the_bulletin_for_items_at_comprehensive_windows_are_97_point_8() =>
        Assert.Equal("322/329 97.8% ok met", await province.Hall.Told("comprehensive-items", "month", "hainan/items"));

    [Fact]
    public async Task More_cases_completed_than_accepted_are_more_than_100_percent_and_marked_as_such()
    {
        var value = await province.Hall.Indicator("completion-flow", "month", "hainan/carried");
        var definition = (await province.Hall.Server.Get("/api/v1/indicators")).GetProperty("indicators").EnumerateArray()
            .Single(static indicator => indicator.GetProperty("id").GetString() == "completion-flow");

        Assert.Equal("2221/2191 101.3% ok none", await province.Hall.Told("completion-flow", "month", "hainan/carried"));
        Assert.Equal("""["exceedsWhole"]""", value.GetProperty("notes").GetRawText());
        Assert.True(definition.GetProperty("mayExceedWhole").GetBoolean());
        Assert.Contains("可超过 100%", definition.GetProperty("definition").GetProperty("zh").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("completion-flow")]
    [InlineData("completion-cohort")]
    [InlineData("instant-share")]
    [InlineData("zero-trip-usage-cases")]
    public async Task A_rate_of_no_cases_is_a_dash_and_not_0_percent(string indicator) =>
        Assert.Equal("0/0 — noData none", await province.Hall.Told(indicator, "month", "hainan/idle"));
}
