using System.Security.Cryptography;

namespace OpsBoard.Web.Follow;

/// <summary>A log file that somebody else writes, renames, cuts and deletes as he likes; it is read through this handle whatever it is called meanwhile.</summary>
internal sealed class OpenLog : IDisposable
{
    private const int LongestHead = 1024;

    private readonly FileStream _stream;

    private OpenLog(FileStream stream) => _stream = stream;

    public long Length => _stream.Length;

    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="FollowException">The file cannot be read.</exception>
    public static OpenLog? Open(string path)
    {
        try
        {
            return new OpenLog(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FollowException($"{path} cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Whether this is the file of the position, as far as it had been written then.</summary>
    public bool Holds(FilePosition position) =>
        Length >= Math.Max(position.Offset, position.HeadLength) && (position.HeadLength == 0 || Head(position.HeadLength) == position.Head);

    /// <summary>The position in this file, with its head as it is now.</summary>
    public FilePosition At(long offset, long lines)
    {
        var length = (int)Math.Min(Length, LongestHead);
        return new FilePosition(offset, lines, length, Head(length), File.GetLastWriteTimeUtc(_stream.SafeFileHandle));
    }

    /// <returns>Fewer bytes than the buffer holds only at the end.</returns>
    public int Read(long offset, Span<byte> buffer)
    {
        var count = 0;
        for (var read = 1; read > 0 && count < buffer.Length; count += read) read = RandomAccess.Read(_stream.SafeFileHandle, buffer[count..], offset + count);
        return count;
    }

    public void Dispose() => _stream.Dispose();

    private string Head(int length)
    {
        Span<byte> head = stackalloc byte[length];
        return Convert.ToHexStringLower(SHA256.HashData(head[..Read(0, head)]));
    }
}
