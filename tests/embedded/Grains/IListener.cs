using Orleans;

namespace OpsBoard.Embedded;

internal interface IListener : IGrainObserver
{
    void OnHeard(Parcel news);

    Task OnAsked(string question);
}
