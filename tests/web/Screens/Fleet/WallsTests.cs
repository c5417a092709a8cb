using OpsBoard.Testing;
using OpsBoard.Web.Fleet;

namespace OpsBoard.Web.Screens.Fleet;

public sealed class WallsTests
{
    private static readonly WallReport Live = new SomeReport().Report;
    private readonly ManualClock _clock = new();
    private readonly Walls _walls;

    public WallsTests() => _walls = new Walls(_clock);

    [Fact]
    public void A_wall_without_a_report_for_ninety_seconds_is_lost()
    {
        _walls.Report("a", Live);

        _clock.Advance(TimeSpan.FromSeconds(90));
        var then = Assert.Single(_walls.All).StateAt(_clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(("live", "lost"), (then, Assert.Single(_walls.All).StateAt(_clock.GetUtcNow())));
    }

    [Fact]
    public void The_worst_stand_first_and_of_equal_ones_those_with_the_oldest_figures()
    {
        _walls.Report("lost", Live with { Scope = "hainan/lost" });
        _clock.Advance(TimeSpan.FromMinutes(2));
        _walls.Report("live", Live with { Scope = "hainan/live" });
        _walls.Report("old", Live with { Scope = "hainan/old", DataAgeMs = 9_000 });
        _walls.Report("cut", Live with { Scope = "hainan/cut", State = "cutoff" });

        Assert.Equal(["hainan/lost", "hainan/cut", "hainan/old", "hainan/live"], _walls.All.Select(static wall => wall.Report.Scope));
    }

    [Fact]
    public void What_a_wall_is_asked_to_do_is_told_once_with_its_next_report()
    {
        var number = _walls.Report("a", Live).Number;

        Assert.True(_walls.Ask(number, WallCommand.Identify) && _walls.Ask(number, WallCommand.Identify) && _walls.Ask(number, WallCommand.Reload));

        Assert.Equal([WallCommand.Identify, WallCommand.Reload], _walls.Report("a", Live).Asked);
        Assert.Empty(_walls.Report("a", Live).Asked);
        Assert.False(_walls.Ask(99, WallCommand.Reload));
    }

    [Fact]
    public void Of_too_many_walls_the_one_that_was_heard_of_longest_ago_makes_room()
    {
        _walls.Report("first", Live with { Scope = "hainan/first" });
        _clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var device in Enumerable.Range(0, Walls.Most)) _walls.Report($"{device}", Live);

        Assert.Equal(Walls.Most, _walls.All.Length);
        Assert.DoesNotContain(_walls.All, static wall => wall.Report.Scope == "hainan/first");
        Assert.Equal(Walls.Most, _walls.All.Select(static wall => wall.Number).Distinct().Count());
    }
}
