using System.Collections.Immutable;
using OpsBoard.Indicators;

namespace OpsBoard.Web.Indicators;

/// <summary>The assessments of this board, in the order of their file.</summary>
internal sealed record Assessments(ImmutableArray<Assessment> All);
