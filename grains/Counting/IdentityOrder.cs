namespace OpsBoard.Counting;

/// <summary>
/// Orders identities by their bytes in UTF-8 (RELIABILITY R12), as every store does. The ordinal order of .NET is another one: it compares
/// UTF-16 units, and so puts characters beyond the basic plane, such as rare Chinese ones, before the last 8,192 within it.
/// </summary>
internal sealed class IdentityOrder : IComparer<string>
{
    public static readonly IdentityOrder Bytewise = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = (x ?? "", y ?? "");
        var alike = left.AsSpan().CommonPrefixLength(right);
        if (alike == left.Length || alike == right.Length) return left.Length.CompareTo(right.Length);
        var (mine, its) = (left[alike], right[alike]);
        // Half of a pair stands for a character beyond all those that need one unit.
        return char.IsSurrogate(mine) == char.IsSurrogate(its) ? mine.CompareTo(its) : char.IsSurrogate(mine) ? 1 : -1;
    }
}
