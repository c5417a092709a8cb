using System.Collections.Immutable;

namespace OpsBoard.Embedded.Contract;

/// <summary>The names of the type parameters that a signature may mention.</summary>
internal sealed record Generics(ImmutableArray<string> OfType, ImmutableArray<string> OfMethod);
