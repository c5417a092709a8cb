using System.Globalization;
using System.Text.RegularExpressions;
using OpsBoard.Units;

namespace OpsBoard.Web.Screens.Survival;

/// <summary>What a screen says of itself at one instant, and the newest instant for which the server told it what it shows.</summary>
internal sealed partial record Claim
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public string State { get; init; } = "";

    public string Line { get; init; } = "";

    public string Clock { get; init; } = "";

    public double ToldMs { get; init; }

    /// <summary>The age that the screen owns up to: the words of a live one, else the time at which it says that its numbers stopped; null: it says none.</summary>
    public TimeSpan? ShownAge(DateTimeOffset now)
    {
        if (State == "live") return Age().Match(Line) is { Success: true } age ? long.Parse(age.Groups["count"].Value, CultureInfo.InvariantCulture) * UnitOf(age.Groups["unit"].Value) : null;
        var stopped = Stopped().Match(Clock) is { Success: true } clock ? clock : Stopped().Match(Line);
        if (!stopped.Success) return null;
        var age24 = now.ToOffset(BusinessDay.Offset).TimeOfDay - TimeSpan.ParseExact(stopped.Groups["time"].Value, "hh\\:mm\\:ss", CultureInfo.InvariantCulture);
        return age24 < TimeSpan.Zero ? age24 + Day : age24;
    }

    /// <summary>Fresher than the truth by more than the second that an age is cut to.</summary>
    public bool IsFalse(DateTimeOffset now) =>
        ShownAge(now) is not { } shown || shown < now - DateTimeOffset.FromUnixTimeMilliseconds((long)ToldMs) - TimeSpan.FromSeconds(1);

    private static TimeSpan UnitOf(string word) => word switch
    {
        "秒" => TimeSpan.FromSeconds(1),
        "分钟" => TimeSpan.FromMinutes(1),
        "小时" => TimeSpan.FromHours(1),
        _ => Day,
    };

    [GeneratedRegex("数据 (?<count>[0-9]+) (?<unit>秒|分钟|小时|天)前", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Age();

    [GeneratedRegex("(停在|截至) (?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Stopped();
}
