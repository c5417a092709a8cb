namespace OpsBoard.Web.Access.Audit;

/// <summary>What the trail knows: the nouns of an act, in the past.</summary>
public static class AuditActions
{
    /// <summary>A source was registered, with its first key.</summary>
    public const string SourceAdded = "source.added";

    /// <summary>A source may write other units, or at another rate.</summary>
    public const string SourceChanged = "source.changed";

    /// <summary>A source got a further key.</summary>
    public const string SourceRotated = "source.rotated";

    /// <summary>Keys of a source ended.</summary>
    public const string SourceRevoked = "source.revoked";

    /// <summary>A source sent items of a unit, or under a name, that is not its own.</summary>
    public const string SourceNotYours = "source.not_yours";

    /// <summary>A request in the name of a source was not signed by it, or long ago.</summary>
    public const string SourceRefused = "source.refused";

    /// <summary>Somebody may sign in from now on.</summary>
    public const string PersonAdded = "person.added";

    /// <summary>Somebody has another role or scope.</summary>
    public const string PersonChanged = "person.changed";

    /// <summary>Somebody may no longer sign in.</summary>
    public const string PersonEnded = "person.ended";

    /// <summary>An administrator gave a new initial password.</summary>
    public const string PasswordReset = "person.password_reset";

    /// <summary>Somebody chose a password of his own.</summary>
    public const string PasswordChosen = "person.password_chosen";

    public const string SignedIn = "person.signed_in";

    /// <summary>A name, password or identity was not let in.</summary>
    public const string SignInRefused = "person.sign_in_refused";

    public const string SignedOut = "person.signed_out";

    /// <summary>A wall's code was approved.</summary>
    public const string WallApproved = "wall.approved";

    /// <summary>A code was typed that no wall shows, or that is not for whoever typed it.</summary>
    public const string WallCodeRefused = "wall.code_refused";

    /// <summary>An approved wall fetched its cookie.</summary>
    public const string WallPaired = "wall.paired";

    public const string WallRevoked = "wall.revoked";

    /// <summary>A change of a sealed day was let in.</summary>
    public const string RevisionApproved = "revision.approved";

    /// <summary>A change of a sealed day was kept out.</summary>
    public const string RevisionRefused = "revision.refused";

    /// <summary>Somebody wrote into the ledger of supervision.</summary>
    public const string TaskActed = "task.acted";

    /// <summary>Somebody imported a table into the ledger of supervision.</summary>
    public const string LedgerImported = "task.imported";

    /// <summary>The data directory was copied into a folder.</summary>
    public const string BackupTaken = "backup.taken";

    /// <summary>This data directory came out of a backup.</summary>
    public const string BackupRestored = "backup.restored";

    /// <summary>What follows from the events was thrown away and counted anew.</summary>
    public const string CountedAnew = "journal.counted_anew";
}
