namespace OpsBoard.LoadTest;

/// <summary>How a load is sent.</summary>
/// <param name="Batch">Events in a request.</param>
/// <param name="Senders">Requests at a time.</param>
/// <param name="OpenCasesEach">Cases at each window that are accepted and never completed.</param>
internal readonly record struct LoadShape(Numbering Numbering, int Batch, int Senders, int OpenCasesEach = 0)
{
    public static LoadShape Of(Numbering numbering, int batch) => new(numbering, batch, LoadSender.SendersFor(batch));
}
