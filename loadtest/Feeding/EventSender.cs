namespace OpsBoard.LoadTest;

/// <summary>Brings a batch to the intake, and keeps what became of it.</summary>
internal sealed class EventSender(Intake intake, Ledger ledger, LedgerFile? file, TextWriter report)
{
    private static readonly Uri Live = new("/api/v1/events", UriKind.Relative);
    private static readonly Uri Past = new("/api/v1/events?lane=backfill", UriKind.Relative);

    /// <exception cref="IntakeRefusedException">The feed has no right to send, or there is no intake at the address; the batch stays unknown.</exception>
    /// <exception cref="OperationCanceledException">The batch stays unknown.</exception>
    /// <param name="isPast">What happened long ago: it must not keep what happens now waiting.</param>
    public async Task SendAsync(EventBatch batch, bool isPast, CancellationToken cancel)
    {
        ledger.Send(batch.Events.Count);
        var answer = Answer.Unknown(batch.Events.Count);
        try
        {
            answer = await intake.AskAsync(isPast ? Past : Live, batch.Body, batch.Events.Count, ledger.Retry, cancel);
        }
        finally
        {
            file?.Write(batch, answer);
            foreach (var reason in ledger.Settle(answer)) await report.WriteLineAsync($"Refused: {reason}");
        }
    }
}
