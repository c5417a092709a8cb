namespace OpsBoard.Web.Access.Sources;

/// <summary>An active key with what it is checked by.</summary>
/// <param name="Secret">Of a signing key the secret itself; of a bearer key the SHA-256 of its text.</param>
internal sealed record HeldKey(SourceKey Key, byte[] Secret);
