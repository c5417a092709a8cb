using OpsBoard.Units;
using OpsBoard.Web.Access.People;
using OpsBoard.Web.Screens.SignIn;

namespace OpsBoard.Web.Screens.Admin;

/// <summary>A person as page and CSV print him.</summary>
internal static class PersonRows
{
    /// <summary>In the order of <see cref="AdminWords.PeopleColumns"/>.</summary>
    public static IReadOnlyList<string> Cells(Person person, Words words, Roster roster)
    {
        var own = AdminWords.For(words);
        return
        [
            person.Name,
            SignInWords.For(words).Roles[person.Role],
            person.Scope is { } scope ? $"{words.Of(roster.NameOf(scope))} {scope}" : person.Role is Access.Role.Administrator ? "—" : SignInWords.For(words).EveryUnit,
            person.Identity is { } identity ? $"{identity.Issuer} {identity.Subject}" : own.ByPassword,
            AdminText.Moment(person.Added),
            person.Ended is { } ended ? $"{own.Ended} {AdminText.Moment(ended)}" : own.InForce,
        ];
    }
}
