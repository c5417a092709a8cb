using System.Globalization;
using OpsBoard.Units;

namespace OpsBoard.Web.Access.Sources;

/// <summary>A source as <c>source list</c> prints it: a line of its own, and one for each active key.</summary>
internal static class SourceLines
{
    public static void Write(ListedSource listed, DateTimeOffset now, TextWriter output)
    {
        var active = listed.Keys.Where(key => key.IsActive(now)).ToList();
        var state = active.Count == 0 ? " (ended)" : active.Exists(static key => key.Kind == KeyKind.Bearer) ? " (pilot)" : "";
        var rate = listed.Source.EventsPerSecond is { } own ? string.Create(CultureInfo.InvariantCulture, $"  {own}/s") : "";
        output.WriteLine($"{listed.Source.Name}{state}  {string.Join(' ', listed.Source.Units)}{rate}");
        foreach (var key in active)
        {
            var expiry = key.ExpiresAt is { } at ? $", expires {Stamp(at)}" : "";
            var used = key.LastUsedAt is { } last ? $"last used {Age(now - last)} ago" : "never used";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  key {key.Id}  {(key.Kind == KeyKind.Bearer ? "bearer" : "signing")}  {Age(now - key.IssuedAt)} old, {used}{expiry}"));
        }
    }

    /// <summary>In the province's time.</summary>
    public static string Stamp(DateTimeOffset at) => at.ToOffset(BusinessDay.Offset).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    private static string Age(TimeSpan age) => age switch
    {
        { TotalDays: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalDays} days"),
        { TotalHours: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalHours} h"),
        { TotalMinutes: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalMinutes} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (int)age.TotalSeconds)} s"),
    };
}
