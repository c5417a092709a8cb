using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Testing;

namespace OpsBoard.Silo;

public sealed class StoredFiguresTests
{
    public static TheoryData<string> OfWindow =>
        [StoredFigures.CellsOfWindow, StoredFigures.OpenOfWindow, StoredFigures.LastEventOfWindow, StoredFigures.UsesOfWindow, StoredFigures.StrayOfWindow];

    // What looks through the rows of all windows for each of them takes a hundred times as long in a province of ten times the size.
    [Theory]
    [MemberData(nameof(OfWindow))]
    public async Task What_is_stored_of_a_window_is_found_without_looking_through_what_is_stored_of_others(string sql)
    {
        await using var house = new JournalHouse();

        Assert.All(QueryPlan.Of(DataDirectory.JournalFileIn(house.Path), sql), static step => Assert.StartsWith("SEARCH", step, StringComparison.Ordinal));
    }
}
