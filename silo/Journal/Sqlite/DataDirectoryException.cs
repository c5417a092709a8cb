using Microsoft.Data.Sqlite;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>The data directory cannot be used as it is; the message is one line for the person who started the program.</summary>
public sealed class DataDirectoryException : Exception
{
    private const int Corrupt = 11;
    private const int NoDatabase = 26;

    public DataDirectoryException(string message)
        : base(message)
    {
    }

    public DataDirectoryException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>Whether the content of a file is wrong, so that waiting or rights would not help.</summary>
    public bool IsDamage { get; private init; }

    /// <summary>The file's content is wrong: nothing is repaired, because nobody can know what a repair would lose.</summary>
    /// <param name="finding">What was found first.</param>
    public static DataDirectoryException Damaged(string file, string finding, Exception? cause = null) => new(
        $"{file} is damaged ({finding}). It was left as it is and is never repaired: keep a copy of the folder, and restore the newest backup of it (docs/operations.md, \"Restore\").",
        cause!) { IsDamage = true };

    internal static DataDirectoryException Of(string file, SqliteException fault) => fault.SqliteErrorCode is Corrupt or NoDatabase
        ? Damaged(file, fault.Message, fault)
        : new DataDirectoryException($"{file} cannot be opened: {fault.Message}", fault);
}
