using System.ComponentModel.DataAnnotations;

namespace OpsBoard.Units;

/// <summary>How often units speak. A unit that was quiet speaks at once; the spacings bound how often it repeats. Options under <c>Units</c>.</summary>
public sealed class UnitPacing
{
    private const string Least = "00:00:00.010";
    private const string Most = "00:01:00";

    /// <summary>Between two contributions of a window: 10 ms to 1 min, by default 50 ms.</summary>
    [Range(typeof(TimeSpan), Least, Most, ErrorMessage = "Units:WindowEvery: {1} to {2}.")]
    public TimeSpan WindowEvery { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Between two contributions of a department: 10 ms to 1 min, by default 50 ms.</summary>
    [Range(typeof(TimeSpan), Least, Most, ErrorMessage = "Units:DepartmentEvery: {1} to {2}.")]
    public TimeSpan DepartmentEvery { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Between two contributions of a county: 10 ms to 1 min, by default 100 ms.</summary>
    [Range(typeof(TimeSpan), Least, Most, ErrorMessage = "Units:CountyEvery: {1} to {2}.")]
    public TimeSpan CountyEvery { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Between two boards of a province or a line to its observers: 10 ms to 1 min, by default 50 ms.</summary>
    [Range(typeof(TimeSpan), Least, Most, ErrorMessage = "Units:ProvinceEvery: {1} to {2}.")]
    public TimeSpan ProvinceEvery { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Between two looks at the journal and the clock, which find lost touches and a new day: 100 ms to 1 min, by default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", Most, ErrorMessage = "Units:LookEvery: {1} to {2}.")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>An observer that does not renew itself for so long is dropped: 3 s to 1 h, by default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:03", "01:00:00", ErrorMessage = "Units:ObserverExpiry: {1} to {2}.")]
    public TimeSpan ObserverExpiry { get; set; } = TimeSpan.FromSeconds(30);
}
