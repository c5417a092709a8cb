namespace OpsBoard.Web.Access.Sources;

/// <summary>A key at the only moment when its secret is told.</summary>
/// <param name="Replaced">The key that ended in its place, as a source has two at most.</param>
public sealed record IssuedKey(SourceKey Key, string Secret, long? Replaced = null);
