namespace OpsBoard.Web.Follow;

/// <summary>How far a file was sent, and its first bytes, by which it is known again when it has another name.</summary>
/// <param name="Offset">Bytes, always behind the end of a line.</param>
/// <param name="Lines">Lines before it.</param>
/// <param name="HeadLength">So many first bytes are in <paramref name="Head"/>; 0 when the file held nothing yet: it may be any.</param>
/// <param name="Head">Their SHA-256 in hexadecimal digits.</param>
/// <param name="WrittenAt">When the file was last written, as far as was known then: what was written later holds lines that were not sent.</param>
internal sealed record FilePosition(long Offset, long Lines, int HeadLength, string Head, DateTime WrittenAt)
{
    public static readonly FilePosition Start = new(0, 0, 0, "", DateTime.MinValue);
}
