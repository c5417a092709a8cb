using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Testing;
using OpsBoard.Web.Backups;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Tests.Backups;

public sealed class BackupTests(BackedUp made) : IClassFixture<BackedUp>
{
    private static readonly int Cuts = RunSize.Of(usual: 20, @long: 200);

    private readonly Random _random = new(RunSize.Seed);

    [Fact]
    public void It_holds_journal_access_keys_and_nothing_of_the_process_and_its_manifest_says_what()
    {
        var names = made.Made.Files.Select(static file => file.Name).ToList();

        Assert.Equal(["access.db", "journal.db"], names.Take(2));
        Assert.Contains(names, static name => name.StartsWith("keys/", StringComparison.Ordinal));
        Assert.DoesNotContain(names, static name => name is "opsboard.lock" or "server.json" or "ballast" || name.EndsWith("-wal", StringComparison.Ordinal));
        Assert.Equal((200, 3, 200L), (made.Made.Events, made.Made.Windows, made.Made.Recount));
        Assert.Equal(made.Made with { Files = [] }, BackupManifest.Read(made.Folder) with { Files = [] });
    }

    [Fact]
    public async Task Restored_elsewhere_it_recounts_to_the_same_numbers()
    {
        using var place = new TempDirectory();

        new Restore(made.Folder, place.Path, TextWriter.Null, TimeProvider.System).Run(TestContext.Current.CancellationToken);

        await using var journal = SqliteJournal.OpenToRead(place.Path, new ConfigurationFiles(place.Path).ReadTerms());
        var recount = await journal.Recount(null, null, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((200, true), (recount.Events, recount.Equal));
    }

    [Fact]
    public void Only_the_account_of_the_server_can_read_it_for_it_holds_secrets()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: Windows has other rights");

        Assert.All(Directory.EnumerateFiles(made.Folder, "*", SearchOption.AllDirectories), static file => Assert.Equal("600", Rights(file)));
        Assert.Equal("700", Rights(made.Folder));
    }

    [Fact]
    public void So_can_only_the_account_of_the_server_read_a_data_directory_that_it_made()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: Windows has other rights");
        using var place = new TempDirectory();
        var data = Path.Combine(place.Path, "data");

        using (DataDirectory.Take(data)) OwnersOnly.CreateIfMissing(DataDirectory.JournalFileIn(data));

        Assert.Equal(("700", "600"), (Rights(data), Rights(DataDirectory.JournalFileIn(data))));
        Assert.All(Directory.EnumerateFiles(made.Server.Data, "*.db*"), static file => Assert.Equal("600", Rights(file)));
    }

    [Fact]
    public void Cut_off_at_any_byte_of_any_file_it_is_refused_by_the_name_of_that_file_and_nothing_is_restored() =>
        Assert.All(Enumerable.Range(0, Cuts), _ => Spoil(static (file, random) => file.SetLength(random.NextInt64(file.Length))));

    [Fact]
    public void With_any_byte_changed_it_is_refused_by_the_name_of_that_file_and_nothing_is_restored() =>
        Assert.All(Enumerable.Range(0, Cuts), _ => Spoil(static (file, random) =>
        {
            file.Position = random.NextInt64(file.Length);
            var before = file.ReadByte();
            file.Position--;
            file.WriteByte((byte)(before ^ 0x80));
        }));

    [Fact]
    public void Without_its_manifest_which_is_written_last_it_is_no_backup()
    {
        using var copy = made.Copy();
        File.Delete(Path.Combine(copy.Path, BackupManifest.FileName));

        var refusal = Assert.Throws<BackupException>(() => Restored(copy.Path));

        Assert.Contains("did not end", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_that_names_a_file_outside_of_the_data_directory_is_refused()
    {
        using var copy = made.Copy();
        var manifest = Path.Combine(copy.Path, BackupManifest.FileName);
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"journal.db\"", "\"../journal.db\"", StringComparison.Ordinal));

        var refusal = Assert.Throws<BackupException>(() => Restored(copy.Path));

        Assert.Contains("'../journal.db'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_made_in_a_folder_that_holds_anything()
    {
        var refusal = await Assert.ThrowsAsync<DataDirectoryException>(() => Backup(made.Folder));

        Assert.Contains("not empty", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_not_restored_over_a_data_directory_that_is_in_use_and_the_server_is_named()
    {
        var refusal = Assert.Throws<DataDirectoryException>(() => Restored(made.Folder, made.Server.Data));

        Assert.Contains($"is in use ({made.Server.Address}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_not_restored_over_anything()
    {
        using var place = new TempDirectory();
        File.WriteAllText(Path.Combine(place.Path, "units.json"), "{}");

        var refusal = Assert.Throws<DataDirectoryException>(() => Restored(made.Folder, place.Path));

        Assert.Contains("not empty", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["units.json"], Directory.EnumerateFiles(place.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_server_does_not_start_where_a_restore_was_cut_short()
    {
        using var place = new TempDirectory();
        File.WriteAllText(Path.Combine(place.Path, DataDirectory.UnfinishedRestore), "");

        var refusal = Assert.Throws<DataDirectoryException>(() => DataDirectory.Take(place.Path));

        Assert.Contains("did not end", refusal.Message, StringComparison.Ordinal);
    }

    private static string Rights(string path) => OperatingSystem.IsWindows() ? "" : Convert.ToString((int)File.GetUnixFileMode(path), 8);

    private static BackupManifest Restored(string backup, string? place = null)
    {
        using var folder = new TempDirectory();
        return new Restore(backup, place ?? Path.Combine(folder.Path, "data"), TextWriter.Null, TimeProvider.System).Run(TestContext.Current.CancellationToken);
    }

    private Task<BackupManifest> Backup(string target) => new Backup(made.Server.Data, target, TextWriter.Null, TimeProvider.System).Run(isVerified: false, TestContext.Current.CancellationToken);

    private void Spoil(Action<FileStream, Random> spoil)
    {
        using var copy = made.Copy();
        using var place = new TempDirectory();
        var files = Directory.GetFiles(copy.Path, "*", SearchOption.AllDirectories);
        var file = files.Order(StringComparer.Ordinal).ElementAt(_random.Next(files.Length));
        using (var open = new FileStream(file, FileMode.Open, FileAccess.ReadWrite)) spoil(open, _random);

        var refusal = Assert.Throws<BackupException>(() => Restored(copy.Path, place.Path));

        Assert.True(refusal.Message.Contains(Path.GetFileName(file), StringComparison.Ordinal) || Path.GetFileName(file) == BackupManifest.FileName, $"{file}: {refusal.Message}");
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(place.Path), static left => !left.EndsWith("opsboard.lock", StringComparison.Ordinal));
    }
}
