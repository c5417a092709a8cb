using OpsBoard.Units;

namespace OpsBoard.Web.Access.People;

/// <summary>Somebody who may sign in, or once might.</summary>
/// <param name="Number">From 1; never given to anybody else.</param>
/// <param name="Name">By which he signs in, in any case of its letters; after he was ended somebody else may have it.</param>
/// <param name="Scope">Null: every unit. Administrators, who see no figures, have none.</param>
/// <param name="Identity">How he signs in through OpenID Connect; null: by password only.</param>
/// <param name="HasPassword">False: through OpenID Connect only.</param>
/// <param name="Ended">Null: he may sign in.</param>
public sealed record Person(long Number, string Name, Role Role, UnitPath? Scope, Identity? Identity, bool HasPassword, DateTimeOffset Added, DateTimeOffset? Ended)
{
    public Principal Principal => new($"person:{Number}", Name, Role, Scope);
}
