using OpsBoard.Journal;
using OpsBoard.Web.Access;

namespace OpsBoard.Web.Intake;

/// <summary>What one caller may do: so many requests in flight, and so many items in a second in each lane.</summary>
internal sealed class CallerGate(Caller caller, IntakeOptions options, TimeProvider clock)
{
    private readonly TokenBucket _live = new(caller.Rate?.EventsPerSecond ?? options.EventsPerSecond, Math.Max(caller.Rate?.Burst ?? options.Burst, IntakeLimits.MostItems), clock);
    private readonly TokenBucket _backfill = new(options.BackfillPerSecond, options.BackfillBurst, clock);
    private int _inFlight;

    public Caller Caller => caller;

    /// <summary>False when all places are taken. Otherwise <see cref="Leave"/> follows.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _inFlight) <= options.InFlightPerCaller) return true;
        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _inFlight);

    /// <returns>Zero when the items may pass, otherwise how long until they may.</returns>
    public TimeSpan Charge(Lane lane, int items) => (lane == Lane.Live ? _live : _backfill).Take(items);
}
