using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;

namespace OpsBoard.Testing;

/// <summary>A journal in a folder of its own, which can be closed and opened again.</summary>
internal sealed class JournalHouse : ITouches, IAsyncDisposable
{
    public static readonly UnitPath Province = UnitPath.Parse("hainan");
    public static readonly BusinessDay First = new(0);
    public static readonly BusinessDay Last = new(100_000);
    private readonly TempDirectory? _own;
    private readonly string _path;
    private readonly JournalOptions _options;
    private DataDirectory _directory;

    /// <param name="folder">Where it is, when it is not to have a folder of its own.</param>
    public JournalHouse(JournalOptions? options = null, CountingTerms? terms = null, ManualClock? clock = null, string? folder = null)
    {
        _own = folder is null ? new TempDirectory() : null;
        _path = folder ?? _own!.Path;
        Clock = clock ?? new ManualClock();
        Terms = terms ?? CountingTerms.Default;
        _options = options ?? new JournalOptions();
        _directory = DataDirectory.Take(_path);
        Journal = Open();
    }

    public string Path => _path;

    /// <summary>The one that is held at present.</summary>
    public DataDirectory Directory => _directory;

    public ManualClock Clock { get; }

    /// <summary>Counted under from the next opening on.</summary>
    public CountingTerms Terms { get; set; }

    public SqliteJournal Journal { get; private set; }

    public List<WindowChange> Touches { get; } = [];

    /// <summary>Nobody can be told anything any more.</summary>
    public bool IsDeaf { get; set; }

    /// <summary>The writer waits for it after each commit, when the answers have gone.</summary>
    public ManualResetEventSlim? Gate { get; set; }

    public void Touched(ImmutableArray<WindowChange> windows)
    {
        Gate?.Wait();
        if (IsDeaf) throw new InvalidOperationException("The grains have stopped.");
        lock (Touches) Touches.AddRange(windows);
    }

    public Task Reopen() => Reopen(static _ => { });

    /// <param name="change">What happens to the file in between.</param>
    public async Task Reopen(Action<string> change)
    {
        await Close();
        _directory = DataDirectory.Take(_path);
        change(DataDirectory.JournalFileIn(_path));
        Journal = Open();
    }

    /// <summary>Opens another file in the place of this journal.</summary>
    public async Task Replace(Action<string> write)
    {
        await Close();
        foreach (var file in System.IO.Directory.GetFiles(_path, "journal.db*")) File.Delete(file);
        write(DataDirectory.JournalFileIn(_path));
        _directory = DataDirectory.Take(_path);
        Journal = Open();
    }

    public async Task<ImmutableArray<Verdict>> Append(params ServiceEvent[] events) => await Journal.Append(events);

    /// <summary>
    /// What the journal says of every day, of what is open; apart from versions, which depend on how the events were
    /// batched. Changes that wait for approval are added, since which ones wait depends on the order of arrival.
    /// </summary>
    public async Task<string> State()
    {
        var windows = await Journal.ReadWindows(Province, BusinessDay.Of(Some.NowMs));
        var lines = new List<string>();
        foreach (var window in windows)
        {
            lines.Add($"{window.Window} [{string.Join(' ', window.Open.OrderBy(static open => open.Id, StringComparer.Ordinal).ThenBy(static open => open.Kind))}]");
            var days = (await Journal.ReadDays(window.Window, First, Last)).ToDictionary(static day => day.Day, static day => new TallyBuilder(day.Tally));
            var waiting = (await Journal.ReadRevisions(window.Window, First, Last)).Where(static revision => revision.State == RevisionState.Waiting);
            foreach (var mark in waiting.SelectMany(static revision => revision.Changes)) (days.TryGetValue(mark.Day, out var day) ? day : days[mark.Day] = new TallyBuilder()).Add(mark);
            lines.AddRange(days.OrderBy(static day => day.Key).Select(static day => (day.Key, Tally: day.Value.ToTally())).Where(static day => day.Tally != Tally.Zero)
                .Select(static day => $"{day.Key} {string.Join(',', day.Tally.Counts)} {Line(day.Tally.Waits.Buckets)} {Line(day.Tally.Handling.Buckets)} {Line(day.Tally.Trend.Slices)}"));
        }

        return string.Join('\n', lines);
    }

    private static string Line(SparseCounts counts) => Convert.ToHexString(counts.Packed);

    public async ValueTask DisposeAsync()
    {
        await Close();
        _own?.Dispose();
    }

    private async Task Close()
    {
        await Journal.DisposeAsync();
        _directory.Dispose();
    }

    private SqliteJournal Open() => SqliteJournal.Open(_directory, Terms, _options, this, Clock, NullLogger<SqliteJournal>.Instance);
}
