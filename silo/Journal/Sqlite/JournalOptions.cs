using System.ComponentModel.DataAnnotations;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>Options under <c>Journal</c>.</summary>
public sealed class JournalOptions
{
    /// <summary>The folder of the journal; made when it is missing. By default <c>data</c> in the current folder.</summary>
    [Required(ErrorMessage = "Journal:Directory: name a folder.")]
    public string Directory { get; set; } = "data";

    /// <summary>Events that may wait for the writer: 1,000 to 1,000,000, by default 20,000. What comes on top is refused.</summary>
    [Range(1_000, 1_000_000, ErrorMessage = "Journal:QueueLimit: {1} to {2} events.")]
    public int QueueLimit { get; set; } = 20_000;

    /// <summary>Events in one commit: 1 to 10,000, by default 1,000.</summary>
    [Range(1, 10_000, ErrorMessage = "Journal:CommitLimit: {1} to {2} events.")]
    public int CommitLimit { get; set; } = 1_000;
}
