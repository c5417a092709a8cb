using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo;

/// <summary>What a recount finds in packed columns and bodies; the rest is in <see cref="JournalContract"/>.</summary>
public sealed class RecountTests : IAsyncDisposable
{
    private static readonly BusinessDay Today = BusinessDay.Of(Some.NowMs);
    private readonly JournalHouse _house = new();

    public static readonly TheoryData<string, string, string, string> Planted = new()
    {
        { "UPDATE cells SET waits = X''", $"{Today} waits[42]", "0", "1" },
        { "UPDATE cells SET trend = X'0506'", $"{Today} trend[4]", "3", "0" },
        { "UPDATE events SET body = CAST(REPLACE(CAST(body AS TEXT), '\"stars\":1', '\"stars\":2') AS BLOB)", $"{Today} Stars2", "0", "1" },
    };

    [Theory]
    [MemberData(nameof(Planted))]
    public async Task Every_planted_difference_is_named_by_window_day_and_figure(string plant, string figure, string stored, string recounted)
    {
        await Work();
        Assert.True((await _house.Journal.Recount(null, null)).Equal);

        _house.Tamper(plant);

        Assert.Contains(new RecountDifference(Some.Window, figure, stored, recounted), (await _house.Journal.Recount(null, null)).Differences);
        Assert.Contains(new RecountDifference(Some.Window, figure, stored, recounted), Round());
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private async Task Work() => await _house.Append(
        Some.Event(EventKind.ItemListed, "listed", new Facts { Item = "i1", ZeroTrip = true }),
        Some.Event(EventKind.CaseAccepted, "c1-accepted", new Facts { Case = "c1", Item = "i1", Trips = 0 }),
        Some.Accepted("c2"),
        Some.Completed("c1"),
        Some.Issued("t1", atMs: Some.NowMs - 60_000),
        Some.Called("t1"),
        Some.Review("r1", 1));

    private List<RecountDifference> Round()
    {
        using var round = _house.Journal.BeginRecount();
        return [.. round.Windows.SelectMany(window => round.Recount(window).Differences), .. round.RecountItems(Some.Window.Parent.Parent).Differences];
    }
}
