using System.Text.Json;

namespace OpsBoard.Web.Follow;

/// <summary>Keeps a position on the disk, and everybody else from it: two followers of one file would send everything twice.</summary>
internal sealed class PositionFile : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { AllowDuplicateProperties = false };

    private readonly string _path;
    private readonly FileStream _lock;

    /// <exception cref="FollowException">Another process holds it, or it cannot be written or read.</exception>
    public PositionFile(string path)
    {
        _path = path;
        try
        {
            _lock = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FollowException($"{path} cannot be held: another opsboard follow has it, or the folder cannot be written to ({fault.Message})", fault);
        }
    }

    /// <returns>The start where there is no file.</returns>
    /// <exception cref="FollowException">The file holds something else.</exception>
    public FilePosition Load()
    {
        if (!File.Exists(_path)) return FilePosition.Start;
        try
        {
            return JsonSerializer.Deserialize<FilePosition>(File.ReadAllBytes(_path), Json) is { Offset: >= 0, Lines: >= 0, HeadLength: >= 0, Head: not null } position ? position : throw new JsonException("a member is missing");
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new FollowException($"{_path} holds no position: {fault.Message} Delete it to send the file from its beginning; what the server has is not counted again.", fault);
        }
    }

    /// <summary>On the disk when it returns, and whole after a crash at any moment.</summary>
    /// <exception cref="FollowException">It cannot be written.</exception>
    public void Save(FilePosition position)
    {
        try
        {
            using (var file = new FileStream(_path + ".new", FileMode.Create, FileAccess.Write))
            {
                JsonSerializer.Serialize(file, position, Json);
                file.Flush(flushToDisk: true);
            }

            File.Move(_path + ".new", _path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FollowException($"{_path} cannot be written: {fault.Message}", fault);
        }
    }

    public void Dispose() => _lock.Dispose();
}
