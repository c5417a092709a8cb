using System.Collections.Immutable;

namespace OpsBoard.Web.Access.Sources;

/// <param name="Keys">All that it ever had, the oldest first; at least one.</param>
public sealed record ListedSource(RegisteredSource Source, ImmutableArray<SourceKey> Keys)
{
    public bool IsPilot => Keys[^1].Kind == KeyKind.Bearer;
}
