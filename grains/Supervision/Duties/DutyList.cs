using System.Collections.Immutable;

namespace OpsBoard.Supervision.Duties;

/// <summary>The duties of this board, in the order of their file; replaced all at once when the file changes.</summary>
public sealed class DutyList(ImmutableArray<Duty> duties)
{
    private volatile IReadOnlyList<Duty> _all = duties;

    public IReadOnlyList<Duty> All => _all;

    public Duty? Find(string id) => All.FirstOrDefault(duty => duty.Id == id);

    public void Replace(DutyList other) => _all = other.All;
}
