using System.Collections.Immutable;
using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>The simulated province: the same number of windows gives the same places, always.</summary>
internal sealed class Province
{
    public const int DefaultWindows = 600;
    public const int FewestWindows = 19;

    /// <summary>As many as a country has.</summary>
    public const int MostWindows = 300_000;
    public const string Segment = "hainan";

    public static LocalName Name { get; } = new("海南省", "Hainan");

    /// <param name="windows">
    /// Windows in all, <see cref="FewestWindows"/> to <see cref="MostWindows"/>; with fewer than 513 there are no service points beside the
    /// departments, with fewer than 380 some counties have fewer departments.
    /// </param>
    public Province(int windows = DefaultWindows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(windows, FewestWindows);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(windows, MostWindows);
        var reporting = CountyTable.All.Where(county => county.Tile is not null).ToImmutableArray();
        var least = DepartmentKinds.All.Length + ServicePoints.Windows;
        var hasServicePoints = windows >= reporting.Length * least;
        var shares = Share.Out(windows, [.. reporting.Select(county => county.Weight)], hasServicePoints ? least : DepartmentKinds.All.Length);
        Counties = [.. reporting.Select((county, place) => Build(county, shares[place], hasServicePoints)), .. CountyTable.All.Except(reporting).Select(county => Build(county, 0, false))];
        Windows = windows;
    }

    public int Windows { get; }

    /// <summary>In roster order, the units that report nothing last.</summary>
    public ImmutableArray<County> Counties { get; }

    public IEnumerable<Department> Departments => Counties.SelectMany(county => county.Departments);

    public static Window Window(string departmentPath, int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"{departmentPath}/w{number:00}"),
        new(string.Create(CultureInfo.InvariantCulture, $"{number}号窗口"), string.Create(CultureInfo.InvariantCulture, $"Window {number}")));

    private static County Build(CountyFacts facts, int windows, bool hasServicePoints)
    {
        var path = $"{Segment}/{facts.Segment}";
        var shares = Share.Out(windows - (hasServicePoints ? ServicePoints.Windows : 0), [.. DepartmentKinds.All.Select(kind => kind.Weight)], least: 1);
        var departments = DepartmentKinds.All.Zip(shares).Where(pair => pair.Second > 0).Select(pair => Build(facts, path, pair.First, pair.Second));
        return new(facts, path, [.. departments, .. hasServicePoints ? ServicePoints.Of(facts, path, windows) : []]);
    }

    private static Department Build(CountyFacts county, string countyPath, DepartmentKind kind, int windows)
    {
        var path = $"{countyPath}/{kind.Segment}";
        return new(county.Segment, kind, path, [.. Enumerable.Range(1, windows).Select(number => Window(path, number))]);
    }
}
