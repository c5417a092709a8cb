namespace OpsBoard.Web.Access.SignIn;

/// <summary>How often names and passwords may be tried.</summary>
public sealed class SignInDeskTests : IDisposable
{
    private readonly AccessFile _file = new();
    private readonly SignInDesk _desk;

    public SignInDeskTests() => _desk = new SignInDesk(_file.People, _file.Sessions, _file.Trail, _file.Watch, _file.Clock);

    public void Dispose() => _file.Dispose();

    [Fact]
    public void After_five_tries_a_name_waits_half_a_minute_even_with_the_right_password()
    {
        var password = _file.People.Add("local", "lin", Role.Leader, null)!;
        var first = Enumerable.Range(0, 5).Select(_ => _desk.Try("lin", "wrong", "192.0.2.1", "192.0.2.1").Fault).ToList();

        var sixth = _desk.Try("LIN", password, "192.0.2.2", "192.0.2.2");
        _file.Clock.Advance(TimeSpan.FromSeconds(30));
        var later = _desk.Try("lin", password, "192.0.2.2", "192.0.2.2");

        Assert.All(first, static fault => Assert.Equal(SignInFault.Wrong, fault));
        Assert.Equal((SignInFault.TooMany, TimeSpan.FromSeconds(30)), (sixth.Fault, sixth.Wait));
        Assert.NotNull(later.Secret);
    }

    [Fact]
    public void An_address_that_tries_many_names_is_stopped_and_no_other()
    {
        var faults = Enumerable.Range(0, 21).Select(i => _desk.Try($"name {i}", "wrong", "192.0.2.1", "192.0.2.1").Fault).ToList();

        var other = _desk.Try("name", "wrong", "192.0.2.2", "192.0.2.2").Fault;

        Assert.Equal([.. Enumerable.Repeat<SignInFault?>(SignInFault.Wrong, 20), SignInFault.TooMany], faults);
        Assert.Equal(SignInFault.Wrong, other);
    }

    [Fact]
    public void A_try_that_was_not_judged_leaves_no_entry()
    {
        for (var i = 0; i < 8; i++) _desk.Try("nobody", "wrong", "192.0.2.1", "192.0.2.1");

        Assert.Equal(5, _file.Trail.Newest(100).Count);
    }
}
