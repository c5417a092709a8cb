using System.Text.Json;
using System.Text.Json.Serialization;
using OpsBoard.Units;

namespace OpsBoard.Web.Fleet;

/// <summary>Reads a wall's report strictly: every member known and within its bounds, or nothing.</summary>
internal static class WallReportReader
{
    public const int LongestBody = 4 * 1024;

    private const long TenYearsMs = 10L * 366 * 86_400_000;
    private const int LongestView = 24;
    private const int LongestBuild = 64;

    private static readonly string[] States = ["still", "live", "cutoff", "feed", "reloading", "unpaired", "replay"];

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 2,
    };

    /// <returns>Null when it is no report.</returns>
    public static WallReport? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<WallReport>(body, Options) is { } report && IsSound(report) ? report : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Ill-formed text inside a string is not told as a fault of the JSON.
            return null;
        }
    }

    private static bool IsSound(WallReport report) =>
        UnitPath.TryParse(report.Scope, out _)
        && report.View.Length is > 0 and <= LongestView && report.View.All(char.IsAsciiLetter)
        && report.Width is > 0 and <= 32_768 && report.Height is > 0 and <= 32_768
        && report.AmThousandths is >= 0 and < 100_000
        && report.Build.Length is > 0 and <= LongestBuild && report.Build.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+')
        && States.Contains(report.State, StringComparer.Ordinal)
        && IsAge(report.DataAgeMs) && IsAge(report.PaintedAgoMs)
        && report.Fps is null or (>= 0 and <= 1000)
        && report.HeapBytes is null or (>= 0 and < 1L << 40)
        && report.Nodes is >= 0 and < 10_000_000
        && report.Reloads is >= 0 and < 1_000_000;

    private static bool IsAge(long? ms) => ms is null or (>= 0 and < TenYearsMs);
}
