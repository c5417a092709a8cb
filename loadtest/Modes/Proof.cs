using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>Whether everything sent is counted: by what people see, and by what is stored.</summary>
/// <param name="Recounted">Events in the journal by a recount; in the file of a floor, or the store of a peer.</param>
/// <param name="Difference">What the board, or a level of a peer, told otherwise than it was sent; null: nothing.</param>
/// <param name="IsEqual">The recount found every figure to be what the events say.</param>
internal sealed record Proof(long Sent, long Acknowledged, long Recounted, string? Difference, bool IsEqual, Behind Behind = Behind.Product)
{
    public bool Holds => Sent == Acknowledged && Acknowledged == Recounted && Difference is null && IsEqual;

    public LoadVerdict ToVerdict(string load) => new(
        string.Create(CultureInfo.InvariantCulture, $"sent = {(Behind == Behind.Floor ? "kept" : "counted")}, {load}: {Sent:N0} sent, {Acknowledged:N0} acknowledged, {Recounted:N0} in {Told}"),
        Holds,
        IsRequired: true);

    private string Told => Behind switch
    {
        Behind.Floor => "the file",
        Behind.Peer => $"its store; its levels and a viewer {(Difference is null ? "say the same" : $"say otherwise ({Difference})")}",
        _ => $"the journal; the board {(Difference is null ? "tells the same" : $"tells otherwise ({Difference})")}{(IsEqual ? "" : "; the recount found differences")}",
    };
}
