using System.Collections.Immutable;

namespace OpsBoard.Embedded.Contract;

/// <summary>A visible type as its assembly declares it, each member as one line of text.</summary>
internal sealed record DeclaredType(string Name, string Header, ImmutableHashSet<string> Interfaces, ImmutableHashSet<string> Members);
