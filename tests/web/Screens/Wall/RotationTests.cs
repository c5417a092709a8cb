namespace OpsBoard.Web.Screens.Wall;

public sealed class RotationTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    [Fact]
    public async Task Fifty_turns_ask_for_nothing_and_make_no_node()
    {
        await using var wall = await TurningWall.Open(host, browser, "dwell=5");

        var turns = await wall.Turns(50, 5);

        Assert.Equal(50, turns.Zip(turns.Skip(1).Append("end")).Count(static pair => pair.First != pair.Second));
        Assert.Equal(["lagging", "overview", "reviews", "supervision", "windows"], turns.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Empty(wall.Asked);
        Assert.Equal(0, await wall.NodesAdded());
        Assert.Equal("live", await wall.Page.GetAttributeAsync("body", "data-state"));
    }

    [Fact]
    public async Task A_new_overdue_review_brings_its_view_forward_and_holds_it_for_two_dwells()
    {
        await using var wall = await TurningWall.Open(host, browser, "dwell=20");

        await wall.Push("hainan.badReviewsOverdue", "8");
        var brought = await wall.Shown();
        await wall.Pass(30);
        await wall.Push("hainan.badReviewsOverdue", "9");
        var held = await wall.Shown();
        await wall.Pass(15);

        Assert.Equal(("reviews", "reviews", "supervision"), (brought, held, await wall.Shown()));
    }

    [Fact]
    public async Task An_overdue_case_less_brings_nothing_forward()
    {
        await using var wall = await TurningWall.Open(host, browser, "views=lagging,overview&dwell=60");

        await wall.Push("hainan/lingshui.overdue", "17");

        Assert.Equal("lagging", await wall.Shown());
    }

    [Fact]
    public async Task A_paused_wall_does_not_turn_and_goes_on_with_what_was_left_of_its_dwell()
    {
        await using var wall = await TurningWall.Open(host, browser, "dwell=20");

        await wall.Page.Keyboard.PressAsync("Space");
        await wall.Pass(100);
        var paused = await wall.Shown();
        await wall.Page.Keyboard.PressAsync("Space");
        await wall.Pass(20);

        Assert.Equal(("overview", "lagging"), (paused, await wall.Shown()));
    }

    [Fact]
    public async Task Arrows_change_the_view_and_the_controls_hide_after_five_seconds()
    {
        await using var wall = await TurningWall.Open(host, browser, "dwell=60");
        const string opacity = "() => getComputedStyle(document.getElementById('views')).opacity";

        await wall.Page.Keyboard.PressAsync("ArrowLeft");
        var (back, seen) = (await wall.Shown(), await wall.Page.EvaluateAsync<string>(opacity));
        await wall.Page.ClickAsync("[data-show=lagging]");
        var chosen = await wall.Shown();
        await wall.Page.Keyboard.PressAsync("ArrowRight");
        await wall.Page.EvaluateAsync("() => document.activeElement.blur()");
        await wall.Pass(8);

        Assert.Equal(("windows", "1", "lagging", "reviews", "0"), (back, seen, chosen, await wall.Shown(), await wall.Page.EvaluateAsync<string>(opacity)));
        Assert.Equal("true", await wall.Page.GetAttributeAsync("[data-show=reviews]", "aria-pressed"));
    }
}
