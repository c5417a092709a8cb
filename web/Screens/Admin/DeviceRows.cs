using OpsBoard.Units;
using OpsBoard.Web.Access.Devices;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Admin;

/// <summary>A wall as page and CSV print it.</summary>
internal static class DeviceRows
{
    /// <summary>In the order of <see cref="AdminWords.PairedColumns"/>.</summary>
    public static IReadOnlyList<string> Cells(PairedWall wall, Words words, Roster roster)
    {
        var own = AdminWords.For(words);
        return
        [
            Print.Digits(wall.Number),
            wall.Place,
            $"{words.Of(roster.NameOf(wall.Scope))} {wall.Scope}",
            wall.Address,
            wall.ApprovedBy,
            AdminText.Moment(wall.Paired),
            AdminText.Moment(wall.Seen),
            wall.Revoked is { } revoked ? $"{own.Revoked} {AdminText.Moment(revoked)}" : own.InForce,
        ];
    }
}
