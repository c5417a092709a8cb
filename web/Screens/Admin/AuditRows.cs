using System.Globalization;
using OpsBoard.Web.Access.Audit;

namespace OpsBoard.Web.Screens.Admin;

/// <summary>An entry of the trail as page and CSV print it.</summary>
internal static class AuditRows
{
    /// <summary>In the order of <see cref="AdminWords.AuditColumns"/>.</summary>
    public static IReadOnlyList<string> Cells(AuditEntry entry) =>
        [entry.Number.ToString(CultureInfo.InvariantCulture), AdminText.Moment(entry.At), entry.Actor, entry.Action, entry.Target, entry.Detail];
}
