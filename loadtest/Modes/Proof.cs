using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>Whether everything sent is counted: by the board that people see, and by a recount of the journal.</summary>
/// <param name="Difference">What the board told otherwise than it was sent; null: nothing.</param>
/// <param name="IsEqual">The recount found every figure to be what the events say.</param>
/// <param name="HasBoard">False: a floor, which keeps events and counts nothing.</param>
internal sealed record Proof(long Sent, long Acknowledged, long Recounted, string? Difference, bool IsEqual, bool HasBoard = true)
{
    public bool Holds => Sent == Acknowledged && Acknowledged == Recounted && Difference is null && IsEqual;

    public LoadVerdict ToVerdict(string load) => new(
        string.Create(CultureInfo.InvariantCulture, $"sent = {(HasBoard ? "counted" : "kept")}, {load}: {Sent:N0} sent, {Acknowledged:N0} acknowledged, {Recounted:N0} in the {(HasBoard ? $"journal; {Told}" : "file")}"),
        Holds,
        IsRequired: true);

    private string Told => $"the board {(Difference is null ? "tells the same" : $"tells otherwise ({Difference})")}{(IsEqual ? "" : "; the recount found differences")}";
}
