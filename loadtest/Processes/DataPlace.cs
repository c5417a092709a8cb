namespace OpsBoard.LoadTest;

/// <summary>A data directory of its own with the roster of a province, gone with the load.</summary>
internal sealed class DataPlace : IDisposable
{
    private DataPlace(string path) => Path = path;

    public string Path { get; }

    public static DataPlace Make(Province province)
    {
        var place = new DataPlace(Directory.CreateTempSubdirectory("opsboard-load-").FullName);
        using var roster = File.Create(System.IO.Path.Combine(place.Path, "units.json"));
        RosterWriter.Write(province, roster);
        return place;
    }

    /// <summary>The size of a file in it, in MiB; 0 where there is none.</summary>
    public double MiBOf(string file) => new FileInfo(System.IO.Path.Combine(Path, file)) is { Exists: true } found ? found.Length / (double)(1 << 20) : 0;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
