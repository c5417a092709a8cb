namespace OpsBoard.Web.Follow;

/// <summary>Complete lines that stand one behind the other.</summary>
/// <param name="File">The name of the file, without its folder.</param>
/// <param name="FirstNumber">Of the first line in the file, from 1.</param>
/// <param name="Next">Where to go on when they are sent.</param>
internal sealed record LineBatch(string File, long FirstNumber, IReadOnlyList<ReadOnlyMemory<byte>> Lines, FilePosition Next);
