using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpsBoard.Silo.Journal.Sqlite;

namespace OpsBoard.Web.Backups;

/// <summary><c>backup.json</c>: what a backup holds. It is written last, so a backup without it did not end.</summary>
/// <param name="Version">Of this form: 1.</param>
/// <param name="Build">The program that made it.</param>
/// <param name="Taken">Everything acknowledged by then is in it.</param>
/// <param name="Schema">Of the journal.</param>
/// <param name="Versions">The sum of the windows' versions in the journal.</param>
/// <param name="Recount">Events that were recounted on the copy, with every number equal; null: it was not recounted.</param>
internal sealed record BackupManifest(
    int Version, string Build, DateTimeOffset Taken, long Schema, long Events, long Windows, long Versions, DateTimeOffset? NewestEvent, long? Recount, ImmutableArray<BackupFile> Files)
{
    public const string FileName = "backup.json";

    private const int Known = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    [JsonIgnore]
    public long Bytes => Files.Sum(static file => file.Bytes);

    public static BackupManifest Of(string build, DateTimeOffset taken, JournalFacts journal, long? recount, IEnumerable<BackupFile> files) => new(
        Known,
        build,
        taken,
        journal.Schema,
        journal.Events,
        journal.Windows,
        journal.Versions,
        journal.NewestEventMs == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(journal.NewestEventMs).ToOffset(taken.Offset),
        recount,
        [.. files]);

    /// <exception cref="BackupException">There is no backup, it did not end, or this program cannot restore it.</exception>
    public static BackupManifest Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) throw new BackupException($"{folder} is no backup, or one that did not end: {FileName}, which is written last, is missing.");
        try
        {
            var read = JsonSerializer.Deserialize<BackupManifest>(File.ReadAllBytes(path), Json)!;
            if (read.Version != Known) throw new BackupException($"{path} is of version {read.Version}; this program restores version {Known}. Restore it with the program that made it ({read.Build}).");
            if (read.Files.FirstOrDefault(static file => !BackupContents.Knows(file.Name)) is { } stranger) throw new BackupException($"{path} names '{stranger.Name}', which belongs to no backup.");
            return read;
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"{path} cannot be read: it is cut off or damaged ({fault.Message})", fault);
        }
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}
