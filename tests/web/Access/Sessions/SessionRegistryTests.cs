using OpsBoard.Units;

namespace OpsBoard.Web.Access.Sessions;

/// <summary>How long somebody stays signed in, a wall paired, and what ends it.</summary>
public sealed class SessionRegistryTests : IDisposable
{
    private static readonly StayOptions Stay = new();

    private readonly AccessFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void Whoever_signed_in_is_known_by_his_cookie_also_after_a_restart()
    {
        var cookie = _file.SignIn("lin");

        Assert.Equal("lin", _file.Sessions.Find(cookie)?.Principal.Name);
        Assert.Equal("lin", _file.NewSessions().Find(cookie)?.Principal.Name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("not a secret at all")]
    public void Nobody_is_known_by_a_cookie_that_was_never_given(string? cookie)
    {
        _file.SignIn("lin");

        Assert.Null(_file.Sessions.Find(cookie));
    }

    [Fact]
    public void The_file_does_not_hold_the_cookie_itself()
    {
        var cookie = _file.SignIn("lin");

        Assert.DoesNotContain(cookie, File.ReadAllText(_file.Database.File), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_is_idle_for_too_long_is_signed_out_and_whoever_is_not_stays()
    {
        var (idle, busy) = (_file.SignIn("idle"), _file.SignIn("busy"));
        _file.Clock.Advance(Stay.IdleFor / 2);
        _file.Sessions.Find(busy);

        _file.Clock.Advance(Stay.IdleFor / 2);

        Assert.Null(_file.Sessions.Find(idle));
        Assert.NotNull(_file.Sessions.Find(busy));
        Assert.NotNull(_file.NewSessions().Find(busy));
    }

    [Fact]
    public void Everybody_signs_in_again_in_the_end()
    {
        var cookie = _file.SignIn("lin");
        var last = _file.Sessions.Find(cookie);
        for (var passed = TimeSpan.Zero; passed < Stay.AtMost; passed += Stay.IdleFor / 2)
        {
            last = _file.Sessions.Find(cookie);
            _file.Clock.Advance(Stay.IdleFor / 2);
        }

        Assert.NotNull(last);
        Assert.Null(_file.Sessions.Find(cookie));
    }

    [Fact]
    public void Signing_out_ends_this_session_and_no_other()
    {
        var here = _file.SignIn("lin");
        var there = _file.Sessions.Begin(_file.People.Find("lin")!, "").Text;

        _file.Sessions.End(_file.Sessions.Find(here)!);

        Assert.Null(_file.Sessions.Find(here));
        Assert.NotNull(_file.Sessions.Find(there));
    }

    [Fact]
    public void A_person_who_is_ended_or_changed_has_no_rights_from_before_once_the_watch_saw_it()
    {
        var (ended, changed, untouched) = (_file.Sessions.Find(_file.SignIn("ended"))!, _file.Sessions.Find(_file.SignIn("changed"))!, _file.Sessions.Find(_file.SignIn("untouched"))!);
        _file.People.End("local", "ended");
        _file.People.Change("local", "changed", Role.Operator, UnitPath.Parse("hainan/sanya"));

        _file.Watch.Look();

        Assert.Equal((false, false, true), (_file.Sessions.Holds(ended), _file.Sessions.Holds(changed), _file.Sessions.Holds(untouched)));
    }

    [Fact]
    public void A_new_password_ends_what_was_signed_in_with_the_old_one()
    {
        var cookie = _file.SignIn("lin");

        _file.People.Reset("local", "lin");
        _file.Watch.Look();

        Assert.Null(_file.Sessions.Find(cookie));
    }

    [Fact]
    public void Whoever_has_his_initial_password_still_is_known_as_such()
    {
        var cookie = _file.SignIn("lin");
        var before = _file.Sessions.Find(cookie)!.IsInitial;
        _file.People.ChoosePassword(_file.People.Find("lin")!, "three words and one");

        var after = _file.Sessions.Find(_file.Sessions.Begin(_file.People.Find("lin")!, "").Text)!.IsInitial;

        Assert.Equal((true, false), (before, after));
    }

    [Fact]
    public void A_wall_that_reports_stays_paired_for_good_with_a_new_cookie_each_day()
    {
        var (_, cookie) = _file.Pair("hainan/haikou");
        var cookies = 1;
        for (var day = 0; day < 200; day++)
        {
            _file.Clock.Advance(TimeSpan.FromDays(1));
            var renewed = _file.Sessions.Renew(_file.Sessions.Find(cookie)!);
            cookie = renewed?.Text ?? cookie;
            cookies += renewed is null ? 0 : 1;
        }

        Assert.NotNull(_file.Sessions.Find(cookie));
        Assert.Equal(201, cookies);
    }

    [Fact]
    public void A_wall_whose_new_cookie_was_lost_on_the_way_goes_on_with_its_old_one_and_is_given_another()
    {
        var (_, cookie) = _file.Pair("hainan/haikou");
        _file.Clock.Advance(Stay.WallCookieFor);
        _file.Sessions.Renew(_file.Sessions.Find(cookie)!);

        var atOnce = _file.Sessions.Renew(_file.Sessions.Find(cookie)!);
        _file.Clock.Advance(TimeSpan.FromMinutes(5));
        var later = _file.Sessions.Renew(_file.Sessions.Find(cookie)!);

        Assert.Null(atOnce);
        Assert.NotNull(_file.Sessions.Find(later!.Value.Text));
    }

    [Fact]
    public void The_cookie_before_the_last_one_is_worth_nothing()
    {
        var (_, first) = _file.Pair("hainan/haikou");
        _file.Clock.Advance(Stay.WallCookieFor);
        var second = _file.Sessions.Renew(_file.Sessions.Find(first)!)!.Value.Text;
        _file.Clock.Advance(Stay.WallCookieFor);
        _file.Sessions.Renew(_file.Sessions.Find(second)!);

        Assert.Null(_file.Sessions.Find(first));
        Assert.NotNull(_file.Sessions.Find(second));
    }

    [Fact]
    public void A_wall_without_contact_for_90_days_is_paired_anew()
    {
        var (_, silent) = _file.Pair("hainan/haikou");
        _file.Clock.Advance(TimeSpan.FromDays(89));
        var contact = _file.Sessions.Find(silent);
        _file.Clock.Advance(TimeSpan.FromDays(89));
        var again = _file.Sessions.Find(silent);

        _file.Clock.Advance(TimeSpan.FromDays(90));

        Assert.NotNull(contact);
        Assert.NotNull(again);
        Assert.Null(_file.Sessions.Find(silent));
    }

    [Fact]
    public void A_revoked_wall_holds_no_longer_once_the_watch_saw_it()
    {
        var (wall, cookie) = _file.Pair("hainan/haikou");
        var session = _file.Sessions.Find(cookie)!;
        _file.Walls.Revoke(Principal.Local, wall.Number);

        _file.Watch.Look();

        Assert.False(_file.Sessions.Holds(session));
        Assert.Null(_file.Sessions.Find(cookie));
    }

    [Fact]
    public void A_walls_connection_outlives_the_renewal_of_its_cookie()
    {
        var (_, cookie) = _file.Pair("hainan/haikou");
        var connected = _file.Sessions.Find(cookie)!;
        for (var day = 0; day < 3; day++)
        {
            _file.Clock.Advance(Stay.WallCookieFor);
            cookie = _file.Sessions.Renew(_file.Sessions.Find(cookie)!)!.Value.Text;
        }

        Assert.True(_file.Sessions.Holds(connected));
    }
}
