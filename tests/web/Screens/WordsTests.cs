using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens;

public sealed class WordsTests
{
    [Fact]
    public void Both_languages_name_every_figure_and_every_state_of_freshness()
    {
        Assert.Equal(Figures.All.Order(StringComparer.Ordinal), Words.Zh.Figure.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(Words.Zh.Figure.Keys.Order(StringComparer.Ordinal), Words.En.Figure.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(Words.Zh.Sum.Keys.Order(StringComparer.Ordinal), Words.En.Sum.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(Words.Zh.Measure.Keys.Order(StringComparer.Ordinal), Words.En.Measure.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(Words.Zh.Live.Freshness.Keys.Order(StringComparer.Ordinal), Words.En.Live.Freshness.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(Words.Zh.Live.FreshnessShort.Keys.Order(StringComparer.Ordinal), Words.En.Live.FreshnessShort.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
