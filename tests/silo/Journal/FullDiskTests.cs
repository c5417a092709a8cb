using System.Diagnostics;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Testing;

namespace OpsBoard.Silo;

/// <summary>A disk of eight mebibytes fills up and is freed (P5, P7).</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task A_full_disk_refuses_goes_on_reading_and_recovers_unaided_when_the_ballast_is_deleted()
    {
        using var disk = SmallDisk.Mount();
        await using var house = new JournalHouse(folder: disk.Path);
        var ballast = new Ballast(disk.Path, 2 << 20);
        var (rounds, began) = (RunSize.Of(2, 50), Stopwatch.GetTimestamp());
        var acknowledged = 0;
        Assert.True(ballast.Restore(Ballast.RoomOf));

        for (var round = 0; round < rounds; round++)
        {
            var sent = 0;
            while (await Sent(house, round, sent)) sent++;
            acknowledged += sent;
            var read = await house.Journal.Sum(JournalHouse.Province, JournalHouse.First, JournalHouse.Last);
            Assert.Contains("full", house.Journal.Trouble, StringComparison.Ordinal);
            Assert.Equal(acknowledged * 20, read.Sum(static window => window.Tally[Counting.Counter.Accepted]));

            File.Delete(ballast.File);

            Assert.True(await Sent(house, round, sent), "There is room, and it is not found.");
            acknowledged++;
            Assert.Null(house.Journal.Trouble);
            Assert.Null(house.Journal.Fault);
            if (round + 1 < rounds)
            {
                disk.Grow();
                Assert.True(ballast.Restore(Ballast.RoomOf));
            }
        }

        Assert.True((await house.Journal.Recount(null, null)).Equal);
        Evidence.OfLongTest("full-disk", "A disk of eight mebibytes that fills up and is freed", typeof(FullDiskTests), Stopwatch.GetElapsedTime(began), ("times full", Evidence.Number(rounds)), ("batches acknowledged", Evidence.Number(acknowledged)), ("acknowledged and lost", "0"));
        TestContext.Current.TestOutputHelper?.WriteLine($"disk full: {rounds} times, {acknowledged} batches acknowledged, all there.");
    }

    [Fact]
    public void A_ballast_comes_back_only_when_there_is_plenty_of_room()
    {
        using var folder = new TempDirectory();
        var ballast = new Ballast(folder.Path, 1 << 20);

        Assert.False(ballast.Restore(static _ => (2 << 20) - 1));
        Assert.True(ballast.Restore(static _ => 2 << 20));
        Assert.False(ballast.Restore(static _ => 0));

        Assert.Equal(1 << 20, new FileInfo(ballast.File).Length);
    }

    [Fact]
    public void Without_a_ballast_the_one_of_before_is_taken_away()
    {
        using var folder = new TempDirectory();
        new Ballast(folder.Path, 1 << 20).Restore(static _ => long.MaxValue);

        new Ballast(folder.Path, 0).Restore(static _ => long.MaxValue);

        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    private static async Task<bool> Sent(JournalHouse house, int round, int batch)
    {
        try
        {
            var verdicts = await house.Append([.. Enumerable.Range(0, 20).Select(number => Some.Accepted($"{round}-{batch}-{number}"))]);
            return verdicts.All(static verdict => verdict == Verdict.Accepted);
        }
        catch (JournalUnavailableException)
        {
            return false;
        }
    }
}
