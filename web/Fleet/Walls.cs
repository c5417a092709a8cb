using System.Collections.Immutable;
using System.Security.Cryptography;

namespace OpsBoard.Web.Fleet;

/// <summary>
/// The walls that reported lately, the newest report of each, in memory only: a server that starts anew hears of all of them within
/// half a minute. At most 2,000; the one that was heard of longest ago makes room.
/// </summary>
public sealed class Walls(TimeProvider clock)
{
    public const int Most = 2_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, WallHealth> _walls = new(StringComparer.Ordinal);

    /// <summary>The worst first, then those with the oldest figures, then by number.</summary>
    public ImmutableArray<WallHealth> All
    {
        get
        {
            var now = clock.GetUtcNow();
            lock (_gate) return [.. _walls.Values.OrderBy(wall => wall.RankAt(now)).ThenByDescending(static wall => wall.Report.DataAgeMs ?? 0).ThenBy(static wall => wall.Number)];
        }
    }

    /// <summary>A new name for a device: 128 random bits.</summary>
    public static string NewDevice() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>True for what <see cref="NewDevice"/> may have given.</summary>
    public static bool IsDevice(string? text) => text is { Length: 32 } && text.All(char.IsAsciiHexDigitLower);

    /// <param name="own">The number of a paired wall, for which another makes room; null: any that is free.</param>
    /// <returns>The wall, and what it is to do now: it is told once.</returns>
    public WallHealth Report(string device, WallReport report, int? own = null)
    {
        lock (_gate)
        {
            var known = _walls.GetValueOrDefault(device);
            if (known is null && _walls.Count >= Most) _walls.Remove(_walls.MinBy(static wall => wall.Value.ReportedAt).Key);
            if (known is null && own is { } taken && _walls.FirstOrDefault(each => each.Value.Number == taken) is { Key: { } other, Value: var former })
                _walls[other] = former with { Number = FreeNumber() };
            var wall = new WallHealth(known?.Number ?? own ?? FreeNumber(), report, clock.GetUtcNow(), known?.Asked ?? []) { IsPaired = own is not null };
            _walls[device] = wall with { Asked = [] };
            return wall;
        }
    }

    /// <returns>False when there is no wall of that number.</returns>
    public bool Ask(int number, WallCommand command)
    {
        lock (_gate)
        {
            var (device, wall) = _walls.FirstOrDefault(each => each.Value.Number == number);
            if (device is null) return false;
            _walls[device] = wall with { Asked = [.. wall.Asked.Union([command])] };
            return true;
        }
    }

    private int FreeNumber()
    {
        var taken = _walls.Values.Select(static wall => wall.Number).ToHashSet();
        var number = 1;
        while (taken.Contains(number)) number++;
        return number;
    }
}
