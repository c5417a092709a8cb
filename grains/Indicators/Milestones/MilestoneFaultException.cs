using OpsBoard.Events;

namespace OpsBoard.Indicators.Milestones;

/// <summary>The first fault of a declaration; it never leaves the reader.</summary>
internal sealed class MilestoneFaultException(Rejection rejection) : Exception(rejection.Detail)
{
    public MilestoneFaultException(string reason, string detail)
        : this(new Rejection(reason, detail))
    {
    }

    public Rejection Rejection => rejection;
}
