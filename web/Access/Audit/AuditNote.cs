namespace OpsBoard.Web.Access.Audit;

/// <summary>What the verbs that concern a whole data directory leave in its trail.</summary>
internal static class AuditNote
{
    /// <param name="directory">The data directory, which exists.</param>
    /// <exception cref="AccessDatabaseException">It cannot be written.</exception>
    public static void Leave(string directory, TimeProvider clock, string action, string target, string detail) =>
        new AuditTrail(new AccessDatabase(directory), clock).Note(Principal.Local.Id, action, target, detail);
}
