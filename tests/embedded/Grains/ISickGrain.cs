using Orleans;

namespace OpsBoard.Embedded;

/// <summary>Fails its first activation.</summary>
internal interface ISickGrain : IGrainWithStringKey
{
    Task<int> Attempts();
}
