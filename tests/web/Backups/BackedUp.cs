using OpsBoard.Testing;
using OpsBoard.Web.Backups;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Backups;

/// <summary>A running server with some cases, and a backup of it.</summary>
public sealed class BackedUp : IAsyncLifetime
{
    private readonly TempDirectory _folder = new();

    internal LiveServer Server { get; private set; } = null!;

    internal BackupManifest Made { get; private set; } = null!;

    public string Folder => Path.Combine(_folder.Path, "backup");

    public async ValueTask InitializeAsync()
    {
        Server = await LiveServer.Start(LiveServer.Hainan);
        await Server.Post(Enumerable.Range(0, 200).Select(static i => SentEvent.Accepted($"c{i}", window: $"hainan/haikou/housing/w0{1 + i % 3}")));
        Made = await new Backup(Server.Data, Folder, TextWriter.Null, TimeProvider.System).Run(isVerified: true, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A copy of the backup, which a test may spoil.</summary>
    internal TempDirectory Copy()
    {
        var copy = new TempDirectory();
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy.Path, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }
}
