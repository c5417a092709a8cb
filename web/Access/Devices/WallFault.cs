namespace OpsBoard.Web.Access.Devices;

/// <summary>Why something could not be done about a wall.</summary>
public enum WallFault
{
    /// <summary>No wall shows this code, or no longer.</summary>
    Code,

    /// <summary>The scope is not within that of whoever approves.</summary>
    Scope,

    /// <summary>A place is 1 to 80 characters on one line.</summary>
    Place,

    /// <summary>No such wall is paired.</summary>
    Unknown,

    /// <summary>Too many codes were tried; it is said when to go on.</summary>
    TooMany,
}
