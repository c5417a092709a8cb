using System.Collections.Immutable;
using OpsBoard.Events;

namespace OpsBoard.Peers;

/// <summary>
/// What a peer keeps and counts: each event once for ever, by source and id, and for each window, department, county and province, business
/// day and kind of event a number. It leaves out all else that the product does with an event, which makes it cheaper.
/// </summary>
internal interface IPeerJournal : IAsyncDisposable
{
    /// <summary>Answers once all of it is durable and counted: accepted or duplicate for each event, in order.</summary>
    Task<ImmutableArray<Verdict>> Append(ImmutableArray<ServiceEvent> events);

    /// <summary>Adds up what is stored, at every level.</summary>
    Task<PeerCounts> Count();
}
