using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using OpsBoard.Counting;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;

namespace OpsBoard.Testing;

/// <summary>A journal of SQLite in a folder of its own.</summary>
internal sealed class JournalHouse : AnyJournalHouse
{
    private readonly TempDirectory? _own;
    private readonly string _path;
    private readonly JournalOptions _options;
    private DataDirectory _directory;

    /// <param name="folder">Where it is, when it is not to have a folder of its own.</param>
    public JournalHouse(JournalOptions? options = null, CountingTerms? terms = null, ManualClock? clock = null, string? folder = null)
        : base(terms ?? CountingTerms.Default, clock ?? new ManualClock())
    {
        _own = folder is null ? new TempDirectory() : null;
        _path = folder ?? _own!.Path;
        _options = options ?? new JournalOptions();
        _directory = DataDirectory.Take(_path);
        Journal = Open();
    }

    public string Path => _path;

    /// <summary>The one that is held at present.</summary>
    public DataDirectory Directory => _directory;

    public SqliteJournal Journal { get; private set; }

    public override IJournalStore Store => Journal;

    public override Task Reopen() => Reopen(static _ => { });

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

    public override void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DataDirectory.JournalFileIn(_path)};Pooling=False");
        connection.Open();
        connection.Run(sql);
    }

    public override async ValueTask DisposeAsync()
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
