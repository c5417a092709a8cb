namespace OpsBoard.Web.Access;

/// <summary>The names of the authorisation policies; an endpoint without one of them is a fault.</summary>
public static class Policies
{
    /// <summary>May send events.</summary>
    public const string Ingest = "ingest";

    /// <summary>May decide on changes of sealed days.</summary>
    public const string Approve = "approve";

    /// <summary>May see a board.</summary>
    public const string View = "view";
}
