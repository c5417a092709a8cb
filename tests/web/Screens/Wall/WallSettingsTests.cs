using Microsoft.AspNetCore.WebUtilities;
using Microsoft.AspNetCore.Http;
using OpsBoard.Units;

namespace OpsBoard.Web.Screens.Wall;

public sealed class WallSettingsTests
{
    [Fact]
    public void A_wall_without_settings_turns_all_views_every_twenty_seconds_in_the_dark()
    {
        var settings = Read("");

        Assert.Equal((0, 20, "dark", null, false, 0, WallCapacity.Usual), (settings.Views.Count, settings.DwellSeconds, settings.Theme, settings.Language, settings.IsSpliced, settings.MarginThousandths, settings.Capacity));
    }

    [Fact]
    public void What_cannot_be_read_is_as_if_it_were_not_there()
    {
        var settings = Read("?views=,nothing&dwell=-4&theme=pink&language=fr&grid=9x9&margin=x&distance=4");

        Assert.Equal((0, 20, "dark", null, false, 0), (settings.Views.Count, settings.DwellSeconds, settings.Theme, settings.Language, settings.IsSpliced, settings.MarginThousandths));
    }

    [Fact]
    public void Views_come_in_the_order_that_was_asked_for_and_each_once() =>
        Assert.Equal(["windows", "overview"], Read("?views=windows,overview,windows").Views, StringComparer.Ordinal);

    [Theory]
    [InlineData("?dwell=1", 5)]
    [InlineData("?dwell=9999", 600)]
    public void A_dwell_is_kept_within_its_limits(string query, int seconds) => Assert.Equal(seconds, Read(query).DwellSeconds);

    [Theory]
    [InlineData("2026-11-20T22:59:59Z", "dark")]
    [InlineData("2026-11-20T23:00:00Z", "light")]
    [InlineData("2026-11-21T10:00:00Z", "dark")]
    public void By_the_hour_it_is_light_from_seven_to_six_in_the_province(string utc, string theme) =>
        Assert.Equal(theme, Read("?theme=auto").ThemeAt(DateTimeOffset.ParseExact(utc, "yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(20, "overview,lagging,reviews,supervision,windows", true)]
    [InlineData(40, "overview,grid,lagging,reviews,supervision,windows", false)]
    [InlineData(70, "overview,lagging,reviews,supervision,windows", false)]
    [InlineData(0, "overview", false)]
    public void The_views_follow_from_how_many_children_there_are(int children, string views, bool isBeside)
    {
        var plan = Plan(children, "");

        Assert.Equal((views, isBeside), (string.Join(',', plan.Views), plan.IsBeside));
    }

    [Fact]
    public void A_far_wall_has_no_room_for_the_grid_beside_the_headline() =>
        Assert.False(Plan(20, "?distance=5200&diagonal=1397&width=1920&height=1080").IsBeside);

    [Fact]
    public void A_view_that_the_scope_lacks_is_left_out_and_without_any_all_are_shown()
    {
        Assert.Equal(["lagging"], Plan(20, "?views=grid,lagging").Views, StringComparer.Ordinal);
        Assert.Equal(5, Plan(20, "?views=grid").Views.Count);
    }

    private static WallPlan Plan(int children, string query) => WallPlan.Of(
        TileGrid.Of(Enumerable.Range(0, children).Select(static i => KeyValuePair.Create(UnitPath.Parse($"hainan/u{i}"), (Tile?)null))),
        Read(query));

    private static WallSettings Read(string query) => WallSettings.For(new QueryCollection(QueryHelpers.ParseQuery(query)));
}
