using OpsBoard.Units;
using OpsBoard.Web.Access.Sessions;

namespace OpsBoard.Web.Access.Devices;

/// <summary>
/// Gives codes to walls and takes them from people, each at most 5 times a minute from an address and 50 times in all: a code of 34 bits that holds for
/// ten minutes is then not guessed.
/// </summary>
internal sealed class PairingDesk(WallRegistry walls, AccessWatch watch, TimeProvider clock)
{
    private const int PerAddress = 5;
    private const int InAll = 50;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly KeyedTries _asks = new(PerAddress, Minute / PerAddress, clock);
    private readonly KeyedTries _tries = new(PerAddress, Minute / PerAddress, clock);
    private readonly TokenBucket _allAsks = new(InAll / Minute.TotalSeconds, InAll, clock);
    private readonly TokenBucket _allTries = new(InAll / Minute.TotalSeconds, InAll, clock);

    /// <summary>A wall asks for a code.</summary>
    /// <returns>No pairing when too many were asked for, and how long to wait.</returns>
    public (Secret Device, Pairing? Pairing, TimeSpan Wait) Ask(UnitPath scope, HttpContext http)
    {
        if (Take(_asks, _allAsks, http) is var wait && wait > TimeSpan.Zero) return (default, null, wait);
        var (device, pairing) = walls.Ask(scope, NetworkAddress.Of(http));
        return (device, pairing, TimeSpan.Zero);
    }

    /// <summary>Somebody typed a code.</summary>
    /// <exception cref="WallException">It is not let in, or too many were tried.</exception>
    public void Approve(Principal approver, string code, string place, UnitPath? scope, long? number, HttpContext http)
    {
        if (Take(_tries, _allTries, http) > TimeSpan.Zero) throw new WallException(WallFault.TooMany, "Too many codes were tried: wait a little.");
        try
        {
            walls.Approve(approver, code, place, scope, number);
        }
        finally
        {
            watch.Look();
        }
    }

    /// <returns>Null when the wall is not approved.</returns>
    public Secret? Claim(Secret device)
    {
        var cookie = walls.Claim(device);
        if (cookie is not null) watch.Look();
        return cookie;
    }

    private static TimeSpan Take(KeyedTries each, TokenBucket all, HttpContext http)
    {
        var wait = each.Take(NetworkAddress.LimitKeyOf(http));
        return wait > TimeSpan.Zero ? wait : all.Take(1);
    }
}
