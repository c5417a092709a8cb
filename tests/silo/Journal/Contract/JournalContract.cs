using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo;

/// <summary>What every journal promises, whatever it is kept in: one class for each kind of journal runs all of it.</summary>
public abstract partial class JournalContract : IAsyncDisposable
{
    private const long Day = 86_400_000;
    private readonly List<AnyJournalHouse> _houses = [];

    /// <summary>How many generated sets each property is held to.</summary>
    protected abstract int Rounds { get; }

    private static UnitPath Province => AnyJournalHouse.Province;

    private static BusinessDay Today => BusinessDay.Of(Some.NowMs);

    private AnyJournalHouse House => _houses is [var first, ..] ? first : NewHouse();

    public async ValueTask DisposeAsync()
    {
        foreach (var house in _houses) await house.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Skips the test where this kind of journal cannot be had; a property would take that for a failure of its first set.</summary>
    protected virtual void Need()
    {
    }

    private protected abstract AnyJournalHouse Open(JournalOptions options, ManualClock clock);

    private AnyJournalHouse NewHouse(JournalOptions? options = null, ManualClock? clock = null)
    {
        var house = Open(options ?? new JournalOptions(), clock ?? new ManualClock());
        _houses.Add(house);
        return house;
    }

    private async Task<long> Count(Counter counter) => (await House.Store.ReadWindows(Province, Today)).Sum(window => window.Tally[counter]);

    private async Task<bool> IsEqual() => (await House.Store.Recount(null, null)).Equal;
}
