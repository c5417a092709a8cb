namespace OpsBoard.Web.Access.SignIn;

/// <summary>Why nobody was signed in, or no password changed.</summary>
public enum SignInFault
{
    /// <summary>Name or password is not right; it is not said which.</summary>
    Wrong,

    /// <summary>Too many tries.</summary>
    TooMany,

    /// <summary>The form is too old, or was not this server's.</summary>
    Again,

    /// <summary>A cookie would travel unencrypted over a network.</summary>
    Https,

    /// <summary>The provider knows the person, but no administrator registered him here.</summary>
    Stranger,

    /// <summary>The provider did not sign anybody in.</summary>
    Provider,

    /// <summary>The new password is too short, too long or the name.</summary>
    Password,

    /// <summary>The new password was not typed the same twice.</summary>
    NotTwice,
}
