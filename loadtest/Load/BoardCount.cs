namespace OpsBoard.LoadTest;

/// <summary>What a board counts, as far as each of it comes from one kind of event alone.</summary>
internal enum BoardCount
{
    Issued,
    Called,
    Abandoned,
    Accepted,
    Completed,
    Withdrawn,

    /// <summary>Of all stars together.</summary>
    Reviews,
}
