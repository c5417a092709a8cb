namespace OpsBoard.Web.Access;

/// <summary>Where the unit stands that somebody asks for.</summary>
public enum ScopePlace
{
    /// <summary>No single unit is asked for: what is told of units is chosen by the principal's own scope.</summary>
    Nowhere,

    /// <summary>A value of the route.</summary>
    Route,

    /// <summary>A value of the query; left out, it is the principal's own scope.</summary>
    Query,

    /// <summary>An argument of a hub method.</summary>
    Argument,
}
