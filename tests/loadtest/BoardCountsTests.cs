using System.Text.Json;

namespace OpsBoard.LoadTest;

public sealed class BoardCountsTests
{
    private const string Counts = """{"issued":9,"called":7,"abandoned":1,"accepted":6,"completed":5,"withdrawn":1,"reviews":[1,0,0,2,1],"late":3}""";

    [Fact]
    public void A_board_that_tells_what_was_sent_differs_in_nothing()
    {
        var sent = BoardCounts.Read(JsonSerializer.Deserialize<JsonElement>(Counts));

        Assert.Null(sent.DifferenceFrom(sent.Copy()));
    }

    [Fact]
    public void Stars_are_added_up() => Assert.Equal(4, BoardCounts.Read(JsonSerializer.Deserialize<JsonElement>(Counts))[BoardCount.Reviews]);

    [Fact]
    public void The_first_difference_is_named_with_both_numbers()
    {
        var told = BoardCounts.Read(JsonSerializer.Deserialize<JsonElement>(Counts));
        var sent = told.Copy();

        sent.Add(BoardCount.Accepted, 1_000);

        Assert.Equal("Accepted: sent 1,006, counted 6", sent.DifferenceFrom(told));
    }
}
