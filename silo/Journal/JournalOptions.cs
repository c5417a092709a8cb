using System.ComponentModel.DataAnnotations;

namespace OpsBoard.Silo.Journal;

/// <summary>Options under <c>Journal</c>.</summary>
public sealed class JournalOptions
{
    /// <summary>The folder of the journal; made when it is missing. By default <c>data</c> in the current folder.</summary>
    [Required(ErrorMessage = "Journal:Directory: name a folder.")]
    public string Directory { get; set; } = "data";

    /// <summary>
    /// The database of PostgreSQL in which the journal is kept instead of a file: a connection string of Npgsql such as `Host=db1;Database=opsboard;Username=opsboard`, by default none.
    /// No password belongs into it where others read it: give `Passfile`, or let the environment name it (`Journal__Postgres`).
    /// </summary>
    public string? Postgres { get; set; }

    /// <summary>
    /// The storage account in whose table the journal is kept instead, in builds that have it: a connection string such as `DefaultEndpointsProtocol=https;AccountName=opsboard;AccountKey=...;EndpointSuffix=core.windows.net`, by default none.
    /// The key in it is a secret: let the environment name it (`Journal__AzureTables`).
    /// </summary>
    public string? AzureTables { get; set; }

    /// <summary>The table of that account: 3 to 63 letters and digits, a letter first, by default `opsboardjournal`. Each journal has one of its own.</summary>
    [RegularExpression("^[A-Za-z][A-Za-z0-9]{2,62}$", ErrorMessage = "Journal:AzureTableName: 3 to 63 letters and digits, a letter first.")]
    public string AzureTableName { get; set; } = "opsboardjournal";

    /// <summary>How often a server looks in the table for what others stored: 100 ms to 1 h, by default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ErrorMessage = "Journal:FollowEvery: {1} to {2}.")]
    public TimeSpan FollowEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Events that may wait for the writer: 1,000 to 1,000,000, by default 20,000. What comes on top is refused.</summary>
    [Range(1_000, 1_000_000, ErrorMessage = "Journal:QueueLimit: {1} to {2} events.")]
    public int QueueLimit { get; set; } = 20_000;

    /// <summary>Bytes that may wait for the writer, estimated from the events: 8 MiB to 1 GiB, by default 32 MiB. What comes on top is refused.</summary>
    [Range(8 << 20, 1 << 30, ErrorMessage = "Journal:QueueBytes: {1} to {2} bytes.")]
    public int QueueBytes { get; set; } = 32 << 20;

    /// <summary>Events in one commit: 1 to 10,000, by default 1,000.</summary>
    [Range(1, 10_000, ErrorMessage = "Journal:CommitLimit: {1} to {2} events.")]
    public int CommitLimit { get; set; } = 1_000;

    /// <summary>Pages of 4 KiB after which the log is written back into the database: 10 to 100,000, by default 4,000.</summary>
    [Range(10, 100_000, ErrorMessage = "Journal:WriteBackPages: {1} to {2} pages.")]
    public int WriteBackPages { get; set; } = 4_000;

    /// <summary>A file that only takes room in the data directory, to be deleted when the disk is full: 0 (none) to 4,096 MiB, by default 64.</summary>
    [Range(0, 4_096, ErrorMessage = "Journal:BallastMiB: {1} to {2} MiB.")]
    public int BallastMiB { get; set; } = 64;

    /// <summary>Whether the whole file is looked through at each start (<c>quick_check</c>); by default it is. Without it, the log says so at each start.</summary>
    public bool CheckAtStart { get; set; } = true;

    /// <summary>How long a server whose journal stopped still shows its last numbers and its reason before it ends: 0 s to 1 min, by default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ErrorMessage = "Journal:TellFaultFor: {1} to {2}.")]
    public TimeSpan TellFaultFor { get; set; } = TimeSpan.FromSeconds(5);
}
