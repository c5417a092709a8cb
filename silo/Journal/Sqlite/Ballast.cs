namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// A file that only takes room, so that whoever finds the disk full can make some at once: by deleting it. It comes back when there is
/// plenty of room again.
/// </summary>
public sealed class Ballast(string directory, long bytes)
{
    public const string FileName = "ballast";

    // With less left than the ballast and as much again, taking it would bring back what it is there to mend.
    private const int RoomFactor = 2;

    public string File { get; } = Path.Combine(directory, FileName);

    /// <returns>True when it was put there now.</returns>
    /// <param name="roomOf">The bytes that are free where a folder lies.</param>
    /// <exception cref="IOException">There was less room than it seemed; nothing of it is left.</exception>
    public bool Restore(Func<string, long> roomOf)
    {
        var held = System.IO.File.Exists(File) ? new FileInfo(File).Length : 0;
        if (held == bytes) return false;
        if (bytes == 0)
        {
            System.IO.File.Delete(File);
            return false;
        }

        if (roomOf(directory) + held < RoomFactor * bytes) return false;
        try
        {
            Write();
        }
        catch (IOException)
        {
            System.IO.File.Delete(File);
            throw;
        }

        return true;
    }

    public static long RoomOf(string directory) => new DriveInfo(directory).AvailableFreeSpace;

    // Written out: room that was only promised is no room.
    private void Write()
    {
        var zeros = new byte[1 << 20];
        using var file = new FileStream(File, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var left = bytes; left > 0; left -= zeros.Length) file.Write(zeros, 0, (int)Math.Min(left, zeros.Length));
        file.Flush(flushToDisk: true);
    }
}
