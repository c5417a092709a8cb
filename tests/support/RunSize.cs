using System.Globalization;

namespace OpsBoard.Testing;

/// <summary>How large a run is: small where everything is tested, large with OPSBOARD_LONG=1 (<c>./opsboard test --long</c>), or as OPSBOARD_SIZE says.</summary>
internal static class RunSize
{
    /// <summary>The variables by which the same run can be had again.</summary>
    public static readonly string[] Variables = ["OPSBOARD_LONG", "OPSBOARD_SIZE", "OPSBOARD_SEED"];

    /// <summary>By which the same run can be had again: OPSBOARD_SEED, else 1.</summary>
    public static int Seed => Number("OPSBOARD_SEED") ?? 1;

    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("OPSBOARD_LONG") == "1";

    public static int Of(int usual, int @long) =>
        Number("OPSBOARD_SIZE") ?? (IsLong ? @long : usual);

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
