using System.Collections.Immutable;
using OpsBoard.Indicators;

namespace OpsBoard.Web.Indicators;

/// <summary>The assessments of this board, in the order of their file; replaced all at once when the file changes.</summary>
internal sealed class Assessments(ImmutableArray<Assessment> assessments)
{
    private volatile IReadOnlyList<Assessment> _all = assessments;

    public IReadOnlyList<Assessment> All => _all;

    public void Replace(ImmutableArray<Assessment> others) => _all = others;
}
