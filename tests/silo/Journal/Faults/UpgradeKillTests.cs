using System.Globalization;
using Microsoft.Data.Sqlite;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.StoreProcess;
using OpsBoard.Testing;

namespace OpsBoard.Silo.Faults;

/// <summary>The program is killed while it brings the journal of an earlier one up to date.</summary>
public sealed class UpgradeKillTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task An_upgrade_that_is_killed_in_any_call_to_its_disk_is_done_whole_or_not_at_all_and_then_by_the_next_start(int version)
    {
        FaultyDisk.Need();
        using var former = new TempDirectory();
        var sent = new StoreRun(former.Path, seed: 90 + version);
        Assert.Equal(Sender.ExitWell, await sent.Run(24));
        OlderSchema.Take(DataDirectory.JournalFileIn(former.Path), version);
        var calls = await Calls(former.Path, sent);
        var found = new SortedDictionary<long, int>();
        for (var at = 1; at <= calls; at += RunSize.Of(Math.Max(1, calls / 8), 1))
        {
            using var folder = new TempDirectory();
            var run = Copy(former.Path, folder.Path, sent);
            Assert.NotEqual(Sender.ExitWell, await run.Run(0, null, ("MODE", "kill"), ("AT", at.ToString(CultureInfo.InvariantCulture))));
            var left = VersionIn(folder.Path);
            found[left] = found.GetValueOrDefault(left) + 1;
            Assert.True(left == version || left == Schema.Version, $"call {at}: schema {left}");
            var stored = await StoreTruth.Holds(folder.Path, run.Seed, run.SentTo, run.Acked, $"version {version}, killed at call {at}");
            Assert.NotEqual(0, stored);
            Assert.Equal(Schema.Version, VersionIn(folder.Path));
        }

        Assert.Contains(version, found.Keys);
        TestContext.Current.TestOutputHelper?.WriteLine($"version {version}: {calls} calls; left behind {string.Join(", ", found.Select(static each => $"{each.Value} x schema {each.Key}"))}.");
    }

    private static async Task<int> Calls(string former, StoreRun sent)
    {
        using var folder = new TempDirectory();
        using var log = new TempDirectory();
        var file = Path.Combine(log.Path, "calls");
        Assert.Equal(Sender.ExitWell, await Copy(former, folder.Path, sent).Run(0, null, ("MODE", "log"), ("LOG", file)));
        return DiskTrace.Read(file).Calls.Count;
    }

    private static StoreRun Copy(string former, string folder, StoreRun sent)
    {
        File.Copy(DataDirectory.JournalFileIn(former), DataDirectory.JournalFileIn(folder));
        var run = new StoreRun(folder, sent.Seed) { SentTo = sent.SentTo };
        run.Acked.UnionWith(sent.Acked);
        return run;
    }

    private static long VersionIn(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={DataDirectory.JournalFileIn(folder)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return (long)command.ExecuteScalar()!;
    }
}
