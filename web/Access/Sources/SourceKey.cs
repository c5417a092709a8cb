namespace OpsBoard.Web.Access.Sources;

/// <summary>A key of a source, without its secret.</summary>
/// <param name="Id">From 1, never given again.</param>
/// <param name="ExpiresAt">Null: when somebody ends it.</param>
/// <param name="LastUsedAt">As of a minute ago; null: never.</param>
public sealed record SourceKey(long Id, KeyKind Kind, DateTimeOffset IssuedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? EndedAt, DateTimeOffset? LastUsedAt)
{
    public bool IsActive(DateTimeOffset now) => EndedAt is null && !(ExpiresAt <= now);
}
