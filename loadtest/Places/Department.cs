using System.Collections.Immutable;

namespace OpsBoard.LoadTest;

/// <summary>One department of one county. <see cref="Source"/> is the system that reports for it, one for each county.</summary>
internal sealed record Department(string County, DepartmentKind Kind, string Path, ImmutableArray<Window> Windows)
{
    /// <summary>How many of the windows, the first ones, open on Saturday and Sunday too.</summary>
    public int WeekendWindows => Kind.HasWeekendService ? (Windows.Length + 1) / 2 : 0;

    public string Source => $"urn:opsboard:demo:{County}";
}
