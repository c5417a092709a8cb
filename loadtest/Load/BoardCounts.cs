using System.Globalization;
using System.Text.Json;

namespace OpsBoard.LoadTest;

/// <summary>What was sent for one business day, or what a board says of it.</summary>
internal sealed class BoardCounts
{
    private readonly long[] _counts = new long[Enum.GetValues<BoardCount>().Length];

    public long this[BoardCount count] => _counts[(int)count];

    /// <param name="counts">The member <c>counts</c> of a board's body.</param>
    public static BoardCounts Read(JsonElement counts)
    {
        var read = new BoardCounts();
        foreach (var count in Enum.GetValues<BoardCount>())
        {
            var value = counts.GetProperty(JsonNamingPolicy.CamelCase.ConvertName(count.ToString()));
            read.Add(count, value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Sum(static stars => stars.GetInt64()) : value.GetInt64());
        }

        return read;
    }

    public void Add(BoardCount count, long times = 1) => _counts[(int)count] += times;

    public BoardCounts Copy()
    {
        var copy = new BoardCounts();
        _counts.CopyTo(copy._counts, 0);
        return copy;
    }

    /// <summary>The first count that a board tells otherwise than it was sent; null when all are the same.</summary>
    public string? DifferenceFrom(BoardCounts told) => Enum.GetValues<BoardCount>()
        .Where(count => this[count] != told[count])
        .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count}: sent {this[count]:N0}, counted {told[count]:N0}"))
        .FirstOrDefault();
}
