namespace OpsBoard.Journal;

/// <summary>In which line a batch waits for the writer. What it does to the figures is the same.</summary>
public enum Lane
{
    /// <summary>What happens now.</summary>
    Live,

    /// <summary>The past, sent afterwards: where both wait, one of its batches is taken for every four live ones.</summary>
    Backfill,
}
