using OpsBoard.Units;

namespace OpsBoard.Web.Access.People;

public sealed class PersonRegistryTests : IDisposable
{
    private static readonly UnitPath Haikou = UnitPath.Parse("hainan/haikou");

    private readonly AccessFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void The_initial_password_lets_the_person_in_and_no_other_does()
    {
        var password = _file.People.Add("local", "值班员", Role.Operator, Haikou)!;

        var right = _file.People.Verify("值班员", password);
        var wrong = _file.People.Verify("值班员", password + "x");

        Assert.Equal(new Principal("person:1", "值班员", Role.Operator, Haikou), right?.Principal);
        Assert.Null(wrong);
    }

    [Fact]
    public void Nobody_is_let_in_under_a_name_that_nobody_has_or_by_an_empty_password()
    {
        _file.People.Add("local", "lin", Role.Leader, null);

        Assert.Null(_file.People.Verify("nobody", "k7fmp-x3wqa-9hrtc-b2ynd"));
        Assert.Null(_file.People.Verify("lin", ""));
    }

    [Fact]
    public void A_password_stands_nowhere_in_the_file()
    {
        var password = _file.People.Add("local", "lin", Role.Leader, null)!;

        Assert.DoesNotContain(password, File.ReadAllText(_file.Database.File), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_taken_in_any_case_of_its_letters_until_its_person_is_ended()
    {
        _file.People.Add("local", "Lin", Role.Leader, null);

        var fault = Assert.Throws<PersonException>(() => _file.People.Add("local", "lin", Role.Auditor, null));
        _file.People.End("local", "LIN");
        _file.People.Add("local", "lin", Role.Auditor, null);

        Assert.Equal(PersonFault.NameTaken, fault.Fault);
        Assert.Equal([("lin", 2L), ("Lin", 1L)], _file.People.All.Select(static person => (person.Name, person.Number)));
    }

    [Fact]
    public void Somebody_of_a_provider_is_found_by_issuer_and_subject_only()
    {
        var identity = new Identity("https://login.example", "s-1");
        var password = _file.People.Add("local", "lin", Role.Leader, null, identity);

        Assert.Null(password);
        Assert.Equal("lin", _file.People.Find(identity)?.Name);
        Assert.Null(_file.People.Find(identity with { Issuer = "https://other.example" }));
        Assert.Null(_file.People.Verify("lin", ""));
    }

    [Theory]
    [InlineData("", Role.Leader, null, PersonFault.Name)]
    [InlineData(" lin", Role.Leader, null, PersonFault.Name)]
    [InlineData("li\nn", Role.Leader, null, PersonFault.Name)]
    [InlineData("lin", Role.Wall, null, PersonFault.Role)]
    [InlineData("lin", Role.Administrator, "hainan", PersonFault.ScopeOfAdministrator)]
    public void What_is_no_person_is_refused_and_leaves_nothing(string name, Role role, string? scope, PersonFault why)
    {
        var fault = Assert.Throws<PersonException>(() => _file.People.Add("local", name, role, scope is null ? null : UnitPath.Parse(scope)));

        Assert.Equal(why, fault.Fault);
        Assert.Empty(_file.People.All);
        Assert.Empty(_file.Trail.Newest(10));
    }

    [Theory]
    [InlineData("short-words")]
    [InlineData("Longest-name")]
    public void A_password_that_is_short_or_the_name_is_refused(string password)
    {
        _file.People.Add("local", "longest-name", Role.Leader, null);

        var fault = Assert.Throws<PersonException>(() => _file.People.ChoosePassword(_file.People.Find("longest-name")!, password));

        Assert.Equal(PersonFault.Password, fault.Fault);
    }

    [Fact]
    public void Every_change_stands_in_the_trail_without_a_secret()
    {
        _file.People.Add("local", "lin", Role.Leader, null);
        _file.People.Change("person:9", "lin", Role.Operator, Haikou);
        var password = _file.People.Reset("local", "lin");
        _file.People.ChoosePassword(_file.People.Find("lin")!, "three words and one");
        _file.People.End("local", "lin");

        var entries = _file.Trail.Newest(10).Reverse().Select(static entry => $"{entry.Actor} {entry.Action} {entry.Target} {entry.Detail}".Trim()).ToList();

        Assert.Equal(
            [
                "local person.added person:1 lin, leader of every unit",
                "person:9 person.changed person:1 lin: leader of every unit became operator of hainan/haikou",
                "local person.password_reset person:1 lin",
                "person:1 person.password_chosen person:1",
                "local person.ended person:1 lin",
            ],
            entries);
        Assert.DoesNotContain(entries, entry => entry.Contains(password, StringComparison.Ordinal));
    }
}
