namespace OpsBoard.Testing;

/// <summary>A folder of its own for one test, gone with it.</summary>
internal sealed class TempDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("opsboard-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
