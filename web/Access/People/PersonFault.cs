namespace OpsBoard.Web.Access.People;

/// <summary>Why something could not be done about a person.</summary>
public enum PersonFault
{
    /// <summary>A name is 1 to 64 characters without line breaks and without spaces at its ends.</summary>
    Name,

    /// <summary>Somebody else who may sign in has the name.</summary>
    NameTaken,

    /// <summary>Somebody else signs in by this issuer and subject.</summary>
    IdentityTaken,

    /// <summary>Nobody of this name may sign in.</summary>
    Unknown,

    /// <summary>People are leaders, operators, auditors or administrators.</summary>
    Role,

    /// <summary>A scope is a unit path.</summary>
    Scope,

    /// <summary>An administrator sees no figures, so no scope.</summary>
    ScopeOfAdministrator,

    /// <summary>A password is 12 to 128 characters and is not the name.</summary>
    Password,
}
