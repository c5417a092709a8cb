using System.Collections.Immutable;

namespace OpsBoard.LoadTest;

/// <summary>One department of one county. <see cref="Source"/> is the system that reports for it, one for each county.</summary>
internal sealed record Department(string County, DepartmentKind Kind, string Path, ImmutableArray<Window> Windows)
{
    /// <summary>What it handles, each item at one of its windows.</summary>
    public ImmutableArray<Item> Items { get; } = ItemCatalogue.Of(County, Kind, Windows);

    /// <summary>How many windows' citizens call here: those of the county if this is its hotline, otherwise none.</summary>
    public int Callers { get; init; }

    /// <summary>How many of the windows, the first ones, open on Saturday and Sunday too.</summary>
    public int WeekendWindows => Kind.HasWeekendService ? (Windows.Length + 1) / 2 : 0;

    public string Source => $"urn:opsboard:demo:{County}";
}
