using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Units;

namespace OpsBoard.Testing;

/// <summary>A journal of whatever kind in a place of its own, which can be closed and opened again.</summary>
internal abstract class AnyJournalHouse(CountingTerms terms, ManualClock clock) : ITouches, IAsyncDisposable
{
    public static readonly UnitPath Province = UnitPath.Parse("hainan");
    public static readonly BusinessDay First = new(0);
    public static readonly BusinessDay Last = new(100_000);

    public abstract IJournalStore Store { get; }

    public ManualClock Clock { get; } = clock;

    /// <summary>Counted under from the next opening on.</summary>
    public CountingTerms Terms { get; set; } = terms;

    public List<WindowChange> Touches { get; } = [];

    /// <summary>Nobody can be told anything any more.</summary>
    public bool IsDeaf { get; set; }

    /// <summary>The writer waits for it after each commit, when the answers have gone.</summary>
    public ManualResetEventSlim? Gate { get; set; }

    public abstract Task Reopen();

    /// <summary>Changes what is stored behind the journal's back, in SQL that all kinds understand.</summary>
    public abstract void Tamper(string sql);

    public abstract ValueTask DisposeAsync();

    public void Touched(ImmutableArray<WindowChange> windows)
    {
        Gate?.Wait();
        if (IsDeaf) throw new InvalidOperationException("The grains have stopped.");
        lock (Touches) Touches.AddRange(windows);
    }

    public async Task<ImmutableArray<Verdict>> Append(params ServiceEvent[] events) => await Store.Append(events);

    /// <summary>
    /// What the journal says of every day, of what is open; apart from versions, which depend on how the events were
    /// batched. Changes that wait for approval are added, since which ones wait depends on the order of arrival.
    /// </summary>
    public async Task<string> State()
    {
        var windows = await Store.ReadWindows(Province, BusinessDay.Of(Some.NowMs));
        var lines = new List<string>();
        foreach (var window in windows)
        {
            lines.Add($"{window.Window} [{string.Join(' ', window.Open.OrderBy(static open => open.Id, StringComparer.Ordinal).ThenBy(static open => open.Kind))}]");
            var days = (await Store.ReadDays(window.Window, First, Last)).ToDictionary(static day => day.Day, static day => new TallyBuilder(day.Tally));
            var waiting = (await Store.ReadRevisions(window.Window, First, Last)).Where(static revision => revision.State == RevisionState.Waiting);
            foreach (var mark in waiting.SelectMany(static revision => revision.Changes)) (days.TryGetValue(mark.Day, out var day) ? day : days[mark.Day] = new TallyBuilder()).Add(mark);
            lines.AddRange(days.OrderBy(static day => day.Key).Select(static day => (day.Key, Tally: day.Value.ToTally())).Where(static day => day.Tally != Tally.Zero)
                .Select(static day => $"{day.Key} {Line(day.Tally)}"));
        }

        return string.Join('\n', lines);
    }

    /// <summary>A tally in one line, whole.</summary>
    public static string Line(Tally tally) => $"{string.Join(',', tally.Counts)} {Line(tally.Waits.Buckets)} {Line(tally.Handling.Buckets)} {Line(tally.Trend.Slices)}";

    private static string Line(SparseCounts counts) => Convert.ToHexString(counts.Packed);
}
