using System.Collections.Immutable;
using System.Text;

namespace OpsBoard.LoadTest;

/// <summary>A window as the load names it, in bytes that are written as they are.</summary>
/// <param name="Path">The unit path.</param>
/// <param name="County">The county's segment: each county has one system that sends for it.</param>
/// <param name="Source">The place of that system among the others, from 0.</param>
internal sealed record LoadWindow(byte[] Path, byte[] County, int Source)
{
    /// <summary>All windows of the counties that report, in roster order.</summary>
    public static ImmutableArray<LoadWindow> Of(IEnumerable<County> counties) =>
    [
        .. from county in counties.Index()
           from department in county.Item.Departments
           from window in department.Windows
           select new LoadWindow(Encoding.ASCII.GetBytes(window.Path), Encoding.ASCII.GetBytes(county.Item.Facts.Segment), county.Index),
    ];
}
