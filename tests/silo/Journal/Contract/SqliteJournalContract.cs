using OpsBoard.Silo.Journal;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo;

/// <summary>The contract, kept by the journal in a file.</summary>
public sealed class SqliteJournalContract : JournalContract
{
    private static readonly BusinessDay Day = BusinessDay.Of(Some.NowMs);

    /// <summary>In packed columns and bodies, which SQLite's own SQL can change.</summary>
    public static readonly TheoryData<string, string, string, string> PlantedInBytes = new()
    {
        { "UPDATE cells SET waits = X''", $"{Day} waits[42]", "0", "1" },
        { "UPDATE cells SET trend = X'0506'", $"{Day} trend[4]", "3", "0" },
        { "UPDATE events SET body = CAST(REPLACE(CAST(body AS TEXT), '\"stars\":1', '\"stars\":2') AS BLOB)", $"{Day} Stars2", "0", "1" },
    };

    protected override int Rounds => RunSize.Of(50, 2_000);

    [Theory]
    [MemberData(nameof(PlantedInBytes))]
    public Task What_is_planted_in_packed_columns_is_named_too(string plant, string figure, string stored, string recounted) => AssertNamed(plant, figure, stored, recounted);

    private protected override AnyJournalHouse Open(JournalOptions options, ManualClock clock) => new JournalHouse(options, clock: clock);
}
