using OpsBoard.Supervision;

namespace OpsBoard.Web.Supervision;

/// <summary>The tables that can be brought into the ledger.</summary>
internal static class TaskTables
{
    public static readonly ITaskTable Entries = new EntryTable();
    public static readonly ITaskTable Duties = new FactTable("duties", TaskFamily.Duty);
    public static readonly ITaskTable Surveys = new FactTable("surveys", TaskFamily.Survey);

    private static readonly ITaskTable[] All = [Entries, Duties, Surveys];

    public static string Names => string.Join(", ", All.Select(static table => table.Name));

    /// <param name="name">Null or empty: entries.</param>
    public static ITaskTable? Find(string? name) => string.IsNullOrEmpty(name) ? Entries : Array.Find(All, table => table.Name == name);
}
