using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Utilities;

namespace OpsBoard.Embedded;

internal sealed class TellerGrain(TimeProvider clock, ILogger<TellerGrain> logger) : Grain, ITellerGrain
{
    private readonly ObserverManager<IListener> _listeners = new(TimeSpan.FromMinutes(1), logger) { GetDateTime = () => clock.GetUtcNow().UtcDateTime };

    public Task Subscribe(IListener listener)
    {
        _listeners.Subscribe(listener, listener);
        return Task.CompletedTask;
    }

    public Task Unsubscribe(IListener listener)
    {
        _listeners.Unsubscribe(listener);
        return Task.CompletedTask;
    }

    public Task Tell(Parcel news)
    {
        _listeners.Notify(listener => listener.OnHeard(news));
        return Task.CompletedTask;
    }

    public Task Ask(string question) => _listeners.Notify(listener => listener.OnAsked(question));

    public async Task AskOne(IListener listener, string question)
    {
        var answer = listener.OnAsked(question);
        Signals.Give($"{this.GetPrimaryKeyString()} asked");
        await answer;
    }

    public Task<int> Count()
    {
        _listeners.ClearExpired();
        return Task.FromResult(_listeners.Count);
    }
}
