using OpsBoard.Events;

namespace OpsBoard.Web.Intake;

/// <summary>What became of one item that was not newly accepted.</summary>
/// <param name="Index">Its place in the request, from 0.</param>
/// <param name="Id">Null when the item's id could not be read.</param>
/// <param name="Status">duplicate, conflict or rejected.</param>
/// <param name="Reason">One of <see cref="Reasons"/>; only with rejected.</param>
/// <param name="Detail">For people; not with duplicate, which is a success.</param>
internal sealed record ItemAnswer(int Index, string? Id, string Status, string? Reason, string? Detail)
{
    public static ItemAnswer Known(int index, string id) => new(index, id, "duplicate", null, null);

    public static ItemAnswer Contradicts(int index, string id, string detail) => new(index, id, "conflict", null, detail);

    public static ItemAnswer Refused(int index, string? id, Rejection rejection) =>
        new(index, id, "rejected", rejection.Reason, rejection.Detail);
}
