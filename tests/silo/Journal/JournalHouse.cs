using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;

namespace OpsBoard.Testing;

/// <summary>A journal in a folder of its own, which can be closed and opened again.</summary>
internal sealed class JournalHouse : ITouches, IAsyncDisposable
{
    public static readonly UnitPath Province = UnitPath.Parse("hainan");
    private readonly TempDirectory _folder = new();
    private readonly JournalOptions _options;
    private DataDirectory _directory;

    public JournalHouse(JournalOptions? options = null)
    {
        _options = options ?? new JournalOptions();
        _directory = DataDirectory.Take(_folder.Path);
        Journal = Open();
    }

    public string Path => _folder.Path;

    public SqliteJournal Journal { get; private set; }

    public List<WindowVersion> Touches { get; } = [];

    /// <summary>Nobody can be told anything any more.</summary>
    public bool IsDeaf { get; set; }

    public void Touched(ImmutableArray<WindowVersion> windows)
    {
        if (IsDeaf) throw new InvalidOperationException("The grains have stopped.");
        lock (Touches) Touches.AddRange(windows);
    }

    public async Task Reopen()
    {
        await Close();
        _directory = DataDirectory.Take(_folder.Path);
        Journal = Open();
    }

    public async Task<ImmutableArray<Verdict>> Append(params ServiceEvent[] events) => await Journal.Append(events);

    /// <summary>What the journal says of today, apart from versions, which depend on how the events were batched.</summary>
    public async Task<string> State()
    {
        var windows = await Journal.ReadWindows(Province, BusinessDay.Of(Some.NowMs));
        return string.Join('\n', windows.Select(static window =>
            $"{window.Window} {string.Join(',', window.Tally.Counts)} {window.Tally.Waits.Count} [{string.Join(' ', window.Open.OrderBy(static open => open.Id, StringComparer.Ordinal))}]"));
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        _folder.Dispose();
    }

    private async Task Close()
    {
        await Journal.DisposeAsync();
        _directory.Dispose();
    }

    private SqliteJournal Open() => SqliteJournal.Open(_directory, _options, this, new ManualClock(), NullLogger<SqliteJournal>.Instance);
}
