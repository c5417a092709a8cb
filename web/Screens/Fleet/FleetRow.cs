using System.Globalization;
using OpsBoard.Units;
using OpsBoard.Web.Access.Devices;
using OpsBoard.Web.Board;
using OpsBoard.Web.Fleet;

namespace OpsBoard.Web.Screens.Fleet;

/// <summary>One wall as page and CSV print it.</summary>
/// <param name="State">As in <see cref="WallHealth.StateAt"/>.</param>
/// <param name="IsPaired">It was let in by a code, and can be revoked.</param>
/// <param name="Reports">False: nothing was heard of it since the server started, so it cannot be asked for anything.</param>
/// <param name="Cells">In the order of <see cref="FleetWords.Columns"/>.</param>
public sealed record FleetRow(int Number, string Scope, string State, bool IsPaired, bool Reports, bool IsOtherBuild, IReadOnlyList<string> Cells, string Asked)
{
    private const long Mebibyte = 1024 * 1024;

    public static FleetRow Of(WallHealth wall, string? place, Words words, Roster roster, BuildIdentity build, DateTimeOffset now)
    {
        var (own, report) = (FleetWords.For(words), wall.Report);
        var state = wall.StateAt(now);
        var isOtherBuild = report.Build != build.Id;
        return new FleetRow(wall.Number, report.Scope, state, wall.IsPaired, Reports: true, isOtherBuild,
        [
            Print.Digits(wall.Number),
            $"{words.Of(roster.NameOf(UnitPath.Parse(report.Scope)))}",
            place ?? "—",
            own.States[state] + (report.Paused ? $" · {words.Live.Paused}" : ""),
            AgeOf(report.DataAgeMs / 1000, words),
            AgeOf((long)(now - wall.ReportedAt).TotalSeconds, words),
            own.Views.GetValueOrDefault(report.View, report.View),
            string.Create(CultureInfo.InvariantCulture, $"{report.Width}×{report.Height}"),
            string.Create(CultureInfo.InvariantCulture, $"{report.AmThousandths / 1000m:0.000}"),
            report.Build + (isOtherBuild ? $" · {own.OtherBuild}" : ""),
            AgeOf(report.PaintedAgoMs / 1000, words),
            report.Fps is { } fps ? Print.Digits(fps) : "—",
            report.HeapBytes is { } heap ? $"{Print.Digits(heap / Mebibyte)} MB" : "—",
            Print.Digits(report.Nodes),
            Print.Digits(report.Reloads),
        ], string.Join(words.Separator, wall.Asked.Select(command => own.Commands[command])));
    }

    /// <summary>A paired wall of which nothing was heard since the server started.</summary>
    public static FleetRow Of(PairedWall wall, Words words, Roster roster, DateTimeOffset now)
    {
        var own = FleetWords.For(words);
        List<string> known = [Print.Digits(wall.Number), words.Of(roster.NameOf(wall.Scope)), wall.Place, own.States["lost"], "—", AgeOf((long)(now - wall.Seen).TotalSeconds, words)];
        return new FleetRow((int)wall.Number, wall.Scope.ToString(), "lost", IsPaired: true, Reports: false, IsOtherBuild: false, [.. known, .. Enumerable.Repeat("—", own.Columns.Count - known.Count)], "");
    }

    private static string AgeOf(long? seconds, Words words) => seconds is { } known ? words.Of(Print.Age(known)) : "—";
}
