using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using OpsBoard.Journal;
using OpsBoard.Web.Access;

namespace OpsBoard.Web.Intake;

/// <summary>
/// The gates in front of the writer's queue. Nobody waits at a gate: who cannot pass is answered at once and comes back. The one exception
/// waits for another request's unpacking, which is pure work, and holds one of the bounded bodies meanwhile.
/// </summary>
internal sealed class IntakeGates(IOptions<IntakeOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _bodies = new(options.Value.BodiesAtOnce);
    private readonly SemaphoreSlim _unpacked = new(options.Value.UnpackedAtOnce);
    private readonly ConcurrentDictionary<string, CallerGate> _callers = new(StringComparer.Ordinal);

    /// <summary>Bodies that are received or judged at present.</summary>
    public int Bodies => options.Value.BodiesAtOnce - _bodies.CurrentCount;

    /// <returns>A place among the bodies, until it is disposed.</returns>
    /// <exception cref="RequestRefusedException">503: too many bodies are being read.</exception>
    public IDisposable StartBody() => _bodies.Wait(0)
        ? new Place(() => _bodies.Release())
        : throw Later(StatusCodes.Status503ServiceUnavailable, Refusals.TooManyBodies, "The server receives as many bodies as it can at once: send the same again later.", Soon);

    /// <returns>A place among the unpacked bodies, until it is disposed.</returns>
    public async Task<IDisposable> StartUnpacking(CancellationToken cancellation)
    {
        await _unpacked.WaitAsync(cancellation);
        return new Place(() => _unpacked.Release());
    }

    /// <returns>A place among the caller's requests in flight, until it is disposed.</returns>
    /// <exception cref="RequestRefusedException">429: the caller has too many requests in flight.</exception>
    public IDisposable Enter(Caller caller)
    {
        var gate = GateOf(caller);
        return gate.TryEnter()
            ? new Place(gate.Leave)
            : throw Later(StatusCodes.Status429TooManyRequests, Refusals.TooManyInFlight, $"You have {options.Value.InFlightPerCaller} requests in flight: wait for an answer before you send the next, and put more items into one.", Soon);
    }

    /// <exception cref="RequestRefusedException">429: the caller sent more items than its rate allows.</exception>
    public void Charge(Caller caller, Lane lane, int items)
    {
        var wait = GateOf(caller).Charge(lane, items);
        if (wait > TimeSpan.Zero) throw Later(StatusCodes.Status429TooManyRequests, Refusals.RateExceeded, "You send more items in a second than your rate allows: send the same again later.", wait);
    }

    public void Dispose()
    {
        _bodies.Dispose();
        _unpacked.Dispose();
    }

    private static RequestRefusedException Later(int status, string reason, string detail, TimeSpan wait) => new(status, reason, detail) { RetryAfter = wait };

    // A caller whose rate was changed begins anew; what is in flight leaves by the gate through which it came.
    private CallerGate GateOf(Caller caller) => _callers.AddOrUpdate(
        caller.Name,
        _ => new CallerGate(caller, options.Value, clock),
        (_, present) => present.Caller == caller ? present : new CallerGate(caller, options.Value, clock));

    private sealed class Place(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        // Once, however often: a place that was given up early is given up again at the end.
        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
