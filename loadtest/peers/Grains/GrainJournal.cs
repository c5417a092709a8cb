using System.Collections.Immutable;
using OpsBoard.Events;

namespace OpsBoard.Peers;

/// <summary>A grain for each unit, a call for each event. What of a chain was written when the power fails stays, and the rest is missing for ever: the retry is a duplicate at the window.</summary>
internal sealed class GrainJournal(IGrainFactory grains, CounterFile file, ProvinceViewer viewer) : IPeerJournal
{
    public async Task<ImmutableArray<Verdict>> Append(ImmutableArray<ServiceEvent> events) =>
        [.. (await Task.WhenAll(events.Select(Count))).Select(static isNew => isNew ? Verdict.Accepted : Verdict.Duplicate)];

    public async Task<PeerCounts> Count()
    {
        var (events, levels) = await file.Sum();
        return PeerCounts.Of(events, levels, viewer.Told);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<bool> Count(ServiceEvent one) => grains.GetGrain<ICounterGrain>(one.Window.ToString()).Count(new CountedEvent(one.Source, one.Id, one.Day, one.Kind));
}
