using System.Diagnostics;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;

namespace OpsBoard.Web.Telemetry;

/// <summary>The activities <c>OpsBoard</c> of a request: <c>judge</c>, <c>append</c>; the writer adds <c>commit</c>.</summary>
internal static class Tracing
{
    public static readonly ActivitySource Source = new(JournalMetrics.Name);
}
