using System.Text;

namespace OpsBoard.LoadTest;

/// <summary>One step of a visit, told by one event.</summary>
/// <param name="type">Of the event, without the prefix that all types have.</param>
/// <param name="data">A JSON object in which each <c>#</c> stands for the number of the visit.</param>
/// <param name="count">What a board counts by it; null: nothing that is compared.</param>
internal sealed class VisitStep(string type, string data, BoardCount? count = null)
{
    public BoardCount? Count => count;

    public byte[] Type { get; } = Encoding.ASCII.GetBytes(type);

    /// <summary>The data in pieces, between which the number stands.</summary>
    public byte[][] Data { get; } = [.. data.Split('#').Select(Encoding.ASCII.GetBytes)];
}
