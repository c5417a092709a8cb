using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using OpsBoard.Supervision;
using OpsBoard.Supervision.Duties;
using OpsBoard.Supervision.Plans;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.LoadTest;

public sealed class SupervisionMonthTests
{
    private static readonly ImmutableArray<JsonObject> Acts = Told(Some.Day);

    [Fact]
    public void The_product_takes_every_act_and_none_of_them_breaks_a_rule_of_the_ledger()
    {
        var clock = new ManualClock(Some.At(10, 0));
        var readings = Acts.Select(act => TaskReader.Read(Encoding.UTF8.GetBytes(act.ToJsonString()), clock)).ToList();

        Assert.All(readings, static reading => Assert.Null(reading.Rejection));
        var entries = TaskLedger.Of(UnitPath.Parse("hainan"), readings.Select(static reading => new TaskRecord(reading.Event!, reading.Event!.OccurredMs)).Where(static record => record.Event.Facts.Evidence is null));
        Assert.Equal(17, entries.Length);
        Assert.All(entries.SelectMany(static entry => entry.Turns), static turn => Assert.Null(turn.Rule));
    }

    [Fact]
    public void Of_eight_blockages_two_are_solved_two_handed_up_and_four_under_way()
    {
        var blockages = Acts.Where(static act => act["data"]!["kind"]?.GetValue<string>() == "blockage").Select(static act => (Ledger: act["subject"]!.GetValue<string>(), Task: act["data"]!["task"]!.GetValue<string>())).ToHashSet();

        int Ended(string type) => Acts.Count(act => act["type"]!.GetValue<string>() == type && blockages.Contains((act["subject"]!.GetValue<string>(), act["data"]!["task"]!.GetValue<string>())));

        Assert.Equal((8, 2, 2), (blockages.Count, Ended("opsboard.problem.closed"), Ended("opsboard.problem.handedUp")));
    }

    [Fact]
    public void A_feed_that_begins_again_in_the_month_says_the_same_once_more_and_in_the_next_one_under_other_names()
    {
        Assert.Equal(Acts.Select(static act => act.ToJsonString()), Told(Some.Day.AddDays(-12)).Select(static act => act.ToJsonString()));
        Assert.Equal(Acts.Length, Acts.Select(static act => act["id"]!.GetValue<string>()).Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(Entries(Acts).Intersect(Entries(Told(Some.Day.AddMonths(1))), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    public void Of_any_month_it_fits_into_one_request_and_lies_before_the_month(int month)
    {
        var acts = Told(new DateOnly(2026, month, 1));

        Assert.InRange(acts.Length, 1, EventBatcher.MostEvents);
        Assert.All(acts, act => Assert.True(string.CompareOrdinal(act["time"]!.GetValue<string>(), $"2026-{month:00}-01") < 0));
    }

    [Fact]
    public void The_product_reads_the_duties_and_the_targets_and_knows_the_duties_that_are_told()
    {
        using var folder = new TempDirectory();
        SupervisionFiles.Write(new DirectoryInfo(folder.Path), 2026);

        var duties = DutiesReader.ReadFile(Path.Combine(folder.Path, "duties.json"));
        var plans = TargetPlansReader.ReadFile(Path.Combine(folder.Path, "target-plans.json"), SomeIndicators.Packaged);

        Assert.Equal(2, plans.All.Count);
        Assert.Equal(
            duties.All.Select(static duty => duty.Id).Order(StringComparer.Ordinal),
            Acts.Select(static act => act["data"]!["duty"]?.GetValue<string>()).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_is_there_stays()
    {
        using var folder = new TempDirectory();
        File.WriteAllText(Path.Combine(folder.Path, "duties.json"), "mine");

        SupervisionFiles.Write(new DirectoryInfo(folder.Path), 2026);

        Assert.Equal("mine", File.ReadAllText(Path.Combine(folder.Path, "duties.json")));
    }

    private static ImmutableArray<JsonObject> Told(DateOnly day) => new SupervisionMonth(Some.Province, day, "urn:test").Acts();

    private static IEnumerable<string> Entries(IEnumerable<JsonObject> acts) => acts.Where(static act => act["data"]!["task"] is not null).Select(static act => act["id"]!.GetValue<string>());
}
