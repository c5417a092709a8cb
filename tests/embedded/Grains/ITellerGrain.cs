using Orleans;

namespace OpsBoard.Embedded;

/// <summary>Tells its listeners; one that does not subscribe again within a minute is forgotten.</summary>
internal interface ITellerGrain : IGrainWithStringKey
{
    Task Subscribe(IListener listener);

    Task Unsubscribe(IListener listener);

    Task Tell(Parcel news);

    /// <summary>Asks each and waits for the answers.</summary>
    Task Ask(string question);

    /// <summary>Asks one, and fails if it does.</summary>
    Task AskOne(IListener listener, string question);

    Task<int> Count();
}
