namespace OpsBoard.Web.Follow;

/// <summary>
/// Finds the lines behind a position, through rotation by renaming or copying, truncation, and all of these while nobody followed. Where it
/// cannot know, it begins a file anew: a line that is sent twice is counted once. Compressed files are not read.
/// </summary>
/// <param name="path">What the writer calls its file; rotated ones stand beside it and their names begin with this one's.</param>
/// <param name="tell">Is told what an operator should know.</param>
internal sealed class FollowedFile(string path, FilePosition position, Action<string> tell) : IDisposable
{
    private const int MostLines = 500;
    private const int MostBytes = 512 * 1024;

    private static readonly string[] Compressed = [".gz", ".bz2", ".xz", ".zst", ".zip"];

    private readonly byte[] _buffer = new byte[MostBytes];
    private FilePosition _position = position;
    private OpenLog? _log;
    private string _name = Path.GetFileName(path);
    private bool _isLeaving;

    /// <summary>The file was replaced, and its last words are waited for: the next look goes on to the new one.</summary>
    public bool IsLeaving => _isLeaving;

    /// <returns>Null when there is nothing new.</returns>
    /// <exception cref="FollowException">The file cannot be read.</exception>
    public LineBatch? Next()
    {
        // A file that is still empty may be replaced without a trace.
        if (_log is null || _position.HeadLength == 0 || !_log.Holds(_position)) Find();
        if (_log is null) return null;
        if (Lines(isLast: false) is { } lines)
        {
            _isLeaving = false;
            return lines;
        }

        if (!IsReplaced()) return null;
        // The writer may still have the old file open: what it writes before the next look is not lost.
        if (!_isLeaving)
        {
            _isLeaving = true;
            return null;
        }

        if (Lines(isLast: true) is { } last) return last;
        _position = _log.At(_position.Offset, _position.Lines);
        GoOn();
        return Next();
    }

    /// <summary>The lines were sent.</summary>
    public void Advance(LineBatch batch) => _position = batch.Next;

    public void Dispose() => _log?.Dispose();

    private void Find()
    {
        _log?.Dispose();
        _log = null;
        foreach (var candidate in _position.HeadLength == 0 ? [path] : Beside().Prepend(path))
        {
            var log = OpenLog.Open(candidate);
            if (log?.Holds(_position) == true)
            {
                Take(log, candidate);
                return;
            }

            log?.Dispose();
        }

        if (_position.HeadLength > 0) tell($"{_name} was cut or taken away when it had been sent up to line {_position.Lines}. What was written behind that line, if anything, was not seen.");
        GoOn();
    }

    private void Take(OpenLog log, string name)
    {
        (_log, _name, _isLeaving) = (log, Path.GetFileName(name), false);
        _position = log.At(_position.Offset, _position.Lines);
    }

    /// <summary>Goes on to the oldest of the files that were written after this one.</summary>
    private void GoOn()
    {
        _log?.Dispose();
        var next = Beside().Where(file => File.GetLastWriteTimeUtc(file) > _position.WrittenAt).MinBy(File.GetLastWriteTimeUtc) ?? path;
        _log = OpenLog.Open(next);
        if (_log is null) return;
        _position = FilePosition.Start;
        Take(_log, next);
    }

    // Empty, it was only made, and the writer may still use the old one.
    private bool IsReplaced()
    {
        using var present = OpenLog.Open(path);
        return present is { Length: > 0 } && !present.Holds(_position);
    }

    private IEnumerable<string> Beside()
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder)) return [];
        return Directory.EnumerateFiles(folder, Path.GetFileName(path) + "*")
            .Where(file => Path.GetFileName(file) is var name && name != Path.GetFileName(path) && !FollowCommand.IsOwn(name) && !Compressed.Contains(Path.GetExtension(name)));
    }

    /// <param name="isLast">What stands behind the last end of a line is a line too.</param>
    private LineBatch? Lines(bool isLast)
    {
        var bytes = _buffer.AsSpan(0, _log!.Read(_position.Offset, _buffer));
        if (bytes.IsEmpty) return null;
        if (bytes.Length == MostBytes && !bytes.Contains((byte)'\n')) return Garbage();
        var (lines, length) = (new List<ReadOnlyMemory<byte>>(), 0);
        while (lines.Count < MostLines && length < bytes.Length)
        {
            var end = bytes[length..].IndexOf((byte)'\n');
            if (end < 0 && (!isLast || bytes.Length == MostBytes)) break;
            if (end < 0) end = bytes.Length - length;
            lines.Add(bytes.Slice(length, end).ToArray());
            length = Math.Min(bytes.Length, length + end + 1);
        }

        return lines.Count == 0 ? null : new LineBatch(_name, _position.Lines + 1, lines, _log.At(_position.Offset + length, _position.Lines + lines.Count));
    }

    private LineBatch Garbage()
    {
        tell($"{_name}, line {_position.Lines + 1}: {MostBytes} bytes without the end of a line are left out.");
        return new LineBatch(_name, _position.Lines + 1, [], _log!.At(_position.Offset + MostBytes, _position.Lines));
    }
}
