using OpsBoard.Testing;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Figures;

/// <summary>
/// A Dutch municipality's real permit cases with their planned end as the promise. Of the 1,329 that ended 940 did so by the planned
/// instant and 389 later; both are of that instant, not of the day, so no working-day calendar has a part in it.
/// </summary>
public sealed class ReceiptTimelinessTests
{
    private const string AllYears = "2000-01-01..2020-12-31";

    [Fact]
    public async Task Of_1329_permits_940_ended_by_their_planned_end_and_389_later()
    {
        var csv = Corpora.Data("receipt.csv");
        var map = Path.Combine(Corpora.Repository(), "docs", "examples", "receipt.map.json");
        await using var hall = await Hall.Open("2026-11-20 18:00", "wabo", "wabo/municipality");

        var import = await OpsBoardProcess.Run("import", csv, "--map", map, "--data", hall.Server.Data);

        var counts = (await hall.Server.Get($"/api/v1/units/wabo/municipality?period={AllYears}")).GetProperty("counts");
        Assert.Equal(0, import.ExitStatus);
        Assert.Equal("940 + 389 of 1329", $"{counts.GetProperty("onTime")} + {counts.GetProperty("late")} of {counts.GetProperty("completed")}");
        Assert.Equal("940/1329 ok behind", await hall.Counted("on-time", AllYears, "wabo/municipality"));
        Assert.True((await hall.Server.Journal.Recount(null, null)).Equal);
    }
}
