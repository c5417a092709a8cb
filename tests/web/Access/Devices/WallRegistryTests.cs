using OpsBoard.Units;

namespace OpsBoard.Web.Access.Devices;

/// <summary>How a wall is let in, and by whom.</summary>
public sealed class WallRegistryTests : IDisposable
{
    private static readonly UnitPath Haikou = UnitPath.Parse("hainan/haikou");
    private static readonly Principal OfHaikou = new("person:1", "lin", Role.Operator, Haikou);

    private readonly AccessFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void An_approved_wall_fetches_a_cookie_for_its_scope_only()
    {
        var (device, pairing) = _file.Walls.Ask(Haikou, "192.0.2.7");
        var before = _file.Walls.Claim(device);

        var wall = _file.Walls.Approve(OfHaikou, pairing.Code, "大厅东墙");
        var cookie = _file.Walls.Claim(device);
        _file.Watch.Look();

        Assert.Null(before);
        Assert.Equal(new Principal(wall.Id, "大厅东墙", Role.Wall, Haikou), _file.Sessions.Find(cookie!.Value.Text)?.Principal);
        Assert.Empty(_file.Walls.Waiting);
    }

    [Fact]
    public void A_code_holds_for_ten_minutes()
    {
        var (device, pairing) = _file.Walls.Ask(Haikou, "192.0.2.7");
        _file.Clock.Advance(TimeSpan.FromMinutes(10));

        var fault = Assert.Throws<WallException>(() => _file.Walls.Approve(OfHaikou, pairing.Code, "hall"));

        Assert.Equal(WallFault.Code, fault.Fault);
        Assert.Null(_file.Walls.Find(device));
        Assert.Empty(_file.Walls.Waiting);
    }

    [Fact]
    public void A_code_is_approved_once()
    {
        var (_, pairing) = _file.Walls.Ask(Haikou, "192.0.2.7");
        _file.Walls.Approve(OfHaikou, pairing.Code, "hall");

        var fault = Assert.Throws<WallException>(() => _file.Walls.Approve(OfHaikou, pairing.Code, "hall"));

        Assert.Equal(WallFault.Code, fault.Fault);
        Assert.Single(_file.Walls.All);
    }

    [Fact]
    public void A_code_must_be_that_of_the_request_that_the_approver_looked_at()
    {
        var (_, looked) = _file.Walls.Ask(Haikou, "192.0.2.7");
        var (_, other) = _file.Walls.Ask(Haikou, "192.0.2.8");

        var fault = Assert.Throws<WallException>(() => _file.Walls.Approve(OfHaikou, other.Code, "hall", number: looked.Number));

        Assert.Equal(WallFault.Code, fault.Fault);
    }

    [Fact]
    public void Nobody_lets_a_wall_in_beyond_his_own_scope()
    {
        var (_, pairing) = _file.Walls.Ask(UnitPath.Parse("hainan"), "192.0.2.7");

        var fault = Assert.Throws<WallException>(() => _file.Walls.Approve(OfHaikou, pairing.Code, "hall"));
        var wall = _file.Walls.Approve(OfHaikou, pairing.Code, "hall", Haikou);

        Assert.Equal(WallFault.Scope, fault.Fault);
        Assert.Equal(Haikou, wall.Scope);
    }

    [Fact]
    public void Nobody_revokes_a_wall_beyond_his_own_scope()
    {
        var (wall, _) = _file.Pair("hainan/sanya");

        var fault = Assert.Throws<WallException>(() => _file.Walls.Revoke(OfHaikou, wall.Number));

        Assert.Equal(WallFault.Unknown, fault.Fault);
    }

    [Fact]
    public void A_wall_whose_cookie_was_lost_on_the_way_fetches_another_and_the_first_is_worth_nothing()
    {
        var (device, pairing) = _file.Walls.Ask(Haikou, "192.0.2.7");
        _file.Walls.Approve(OfHaikou, pairing.Code, "hall");
        var lost = _file.Walls.Claim(device)!.Value.Text;

        var fetched = _file.Walls.Claim(device)!.Value.Text;
        _file.Watch.Look();

        Assert.Null(_file.Sessions.Find(lost));
        Assert.NotNull(_file.Sessions.Find(fetched));
    }

    [Fact]
    public void A_wall_that_was_revoked_before_it_fetched_its_cookie_gets_none()
    {
        var (device, pairing) = _file.Walls.Ask(Haikou, "192.0.2.7");
        var wall = _file.Walls.Approve(OfHaikou, pairing.Code, "hall");
        _file.Walls.Revoke(Principal.Local, wall.Number);

        Assert.Null(_file.Walls.Claim(device));
    }

    [Fact]
    public void What_became_of_a_code_stands_in_the_trail()
    {
        var (device, pairing) = _file.Walls.Ask(Haikou, "192.0.2.7");
        Assert.Throws<WallException>(() => _file.Walls.Approve(OfHaikou, "BCDF-BCDF", "hall"));
        _file.Walls.Approve(OfHaikou, pairing.Code, "hall");
        _file.Walls.Claim(device);
        _file.Walls.Revoke(Principal.Local, 1);

        Assert.Equal(
            [
                "person:1 wall.code_refused  No wall shows this code; a code holds for 10 minutes and once.",
                "person:1 wall.approved wall:1 hall, hainan/haikou, from 192.0.2.7",
                "wall:1 wall.paired wall:1 from 192.0.2.7",
                "local wall.revoked wall:1 hall, hainan/haikou",
            ],
            _file.Trail.Newest(10).Reverse().Select(static entry => $"{entry.Actor} {entry.Action} {entry.Target} {entry.Detail}"));
    }
}
