namespace OpsBoard.Web.Supervision.Notices;

/// <summary>How a notice gets to its receiver.</summary>
internal interface ISendingWay
{
    bool Serves(Letter letter);

    /// <summary>Sends once and says what became of it; what a network or a receiver may do is an answer, not an exception.</summary>
    /// <param name="cancellation">Patience has ended: the receiver may have been told or not.</param>
    /// <exception cref="OperationCanceledException">Patience has ended.</exception>
    Task<SendAnswer> Send(Letter letter, CancellationToken cancellation);
}
