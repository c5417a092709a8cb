using Azure;

namespace OpsBoard.Silo.Journal.AzureTables;

/// <summary>The end of the log. Who appends replaces it under its version, so that of two who saw the same end one is too late.</summary>
/// <param name="Log">Names this log among all others.</param>
/// <param name="Sequence">That of the last entry; 0 without any.</param>
/// <param name="Terms">The fingerprint of the terms under which the entries from here on are counted; empty at the very beginning.</param>
/// <param name="Claim">Who was too late again and again, and asks the others to let him go first once; null: nobody.</param>
/// <param name="Version">The tag that the table gave it.</param>
internal sealed record LogHead(Guid Log, long Sequence, string Terms, string? Claim, ETag Version);
