namespace OpsBoard.Web.Access.Audit;

/// <summary>What a look at the whole trail found.</summary>
/// <param name="Sound">Entries that are as they were written, from the first on.</param>
/// <param name="FirstBroken">The number of the first entry that is missing or was changed; null when none is.</param>
/// <param name="Head">The hash of the last sound entry, as lower-case hexadecimal digits: noted elsewhere, it proves later that nothing before it was cut off.</param>
public sealed record AuditVerdict(long Sound, long? FirstBroken, string Head);
