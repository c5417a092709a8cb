using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Testing;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Sheet;

public sealed class FigureFactsTests
{
    public static readonly TheoryData<string> Indicators = [.. SomeIndicators.Packaged.All.Select(static indicator => indicator.Id)];

    [Fact]
    public void Every_figure_has_its_facts() => Assert.Empty(Figures.All.Except(FigureFacts.Names, StringComparer.Ordinal));

    [Fact]
    public void Every_fact_says_its_definition_in_both_languages_and_names_its_events_or_why_it_has_none() => Assert.All(
        FigureFacts.Names.Select(static name => FigureFacts.Find(name)!),
        static fact =>
        {
            Assert.True(fact.Version > 0);
            Assert.NotEqual(fact.Definition.Zh, fact.Definition.En);
            Assert.All(new[] { fact.Numerator, fact.Denominator }.OfType<FigurePart>(), static part => Assert.True(part.NoEvents is null == EventTerms.TryParse(part.Events, out _, out _)));
        });

    [Theory]
    [MemberData(nameof(Indicators))]
    public void Every_indicator_has_a_definition_with_version_an_owner_and_a_document(string id)
    {
        var indicator = SomeIndicators.Packaged.Find(id)!;

        Assert.True(indicator.Version > 0);
        Assert.NotEmpty(indicator.Definition.Zh);
        Assert.NotEmpty(indicator.Definition.En);
        Assert.NotEmpty(indicator.Owner.Zh);
        Assert.NotEmpty(indicator.Source);
    }

    [Fact]
    public void The_words_of_the_sheet_know_every_kind_standing_and_reason_in_both_languages() => Assert.All(
        new[] { SheetWords.Zh, SheetWords.En },
        static words =>
        {
            Assert.Equal(EventKinds.All.Order(), words.Kinds.Keys.Order());
            Assert.Equal(Enum.GetValues<EventStanding>(), words.Standings.Keys.Order());
            Assert.Equal(Enum.GetValues<EventReason>(), words.Reasons.Keys.Order());
        });

    [Theory]
    [InlineData("hainan/haikou.overdue", "hainan/haikou", "overdue", null)]
    [InlineData("hainan.indicator:on-time", "hainan", "indicator:on-time", "on-time")]
    [InlineData("hainan/~/housing.accepted", "hainan/~/housing", "accepted", null)]
    public void A_number_is_named_by_its_unit_and_its_figure(string text, string unit, string figure, string? indicator)
    {
        var key = SheetKey.Parse(text);

        Assert.Equal((unit, figure, indicator), (key?.Unit.ToString(), key?.Figure, key?.Indicator));
        Assert.Equal(text, key?.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hainan")]
    [InlineData("Hainan.accepted")]
    [InlineData(".accepted")]
    public void A_text_that_names_no_unit_names_no_number(string? text) => Assert.Null(SheetKey.Parse(text));
}
