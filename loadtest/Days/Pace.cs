namespace OpsBoard.LoadTest;

/// <summary>How a department works, as factors on what is usual.</summary>
internal sealed record Pace(double Service, double Completion, double LateShare, double BadReviewShare)
{
    private static readonly Pace Usual = new(Service: 1, Completion: 1, LateShare: 0.02, BadReviewShare: 0.012);
    private static readonly Pace SlowCounty = new(Service: 1.28, Completion: 1.7, LateShare: 0.14, BadReviewShare: 0.05);
    private static readonly Pace SlowDepartment = new(Service: 1.65, Completion: 2, LateShare: 0.22, BadReviewShare: 0.08);

    /// <summary>The counties that lag, in all of their departments.</summary>
    public static IReadOnlySet<string> LaggingCounties { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "hainan/dongfang",
        "hainan/lingao",
        "hainan/qiongzhong",
    };

    /// <summary>The departments that lag, each in a county that does not.</summary>
    public static IReadOnlySet<string> LaggingDepartments { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "hainan/haikou/natural-resources",
        "hainan/sanya/housing",
        "hainan/wenchang/public-security",
        "hainan/wanning/market",
        "hainan/chengmai/human-resources",
    };

    public static Pace Of(Department department)
    {
        if (LaggingDepartments.Contains(department.Path)) return SlowDepartment;
        return LaggingCounties.Contains($"{Province.Segment}/{department.County}") ? SlowCounty : Usual;
    }
}
