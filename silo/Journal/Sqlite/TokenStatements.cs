using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// Tokens as rows. The first of each hour of a province holds all versions, each further one the differences from the token before it.
/// The statements that write are used by the writer's thread alone.
/// </summary>
internal sealed class TokenStatements(SqliteConnection writer) : IDisposable
{
    private const long HourMs = 3_600_000;

    private const string Marks = "token_id, at_ms, scope, is_change, behind FROM board_tokens";

    private readonly Statement _insert = writer.Prepared(
        "INSERT INTO board_tokens (province, at_ms, scope, is_change, behind, is_whole, versions) VALUES ($1, $2, $3, $4, $5, $6, $7)");

    // What a kept token is a difference from is kept too.
    private readonly Statement _prune = writer.Prepared(
        """
        DELETE FROM board_tokens WHERE province = $1 AND token_id < (
            SELECT MAX(token_id) FROM board_tokens WHERE province = $1 AND is_whole = 1 AND at_ms <= $2)
        """);

    private readonly Dictionary<UnitPath, int> _ids = [];
    private readonly Dictionary<UnitPath, (long Hour, SparseCounts Versions)> _last = [];

    public Verdict Store(BoardToken token, long keepFromMs)
    {
        var province = token.Scope.Province;
        var hour = token.AtMs / HourMs;
        var versions = Packed(token.Versions);
        var isWhole = !_last.TryGetValue(province, out var last) || last.Hour != hour;
        var written = isWhole ? versions : versions - last.Versions;
        _insert.With(province.ToString(), token.AtMs, token.Scope.ToString(), token.IsChange, token.Behind, isWhole, written.Packed.ToArray()).ExecuteNonQuery();
        if (isWhole) _prune.With(province.ToString(), keepFromMs).ExecuteNonQuery();
        _last[province] = (hour, versions);
        return Verdict.Accepted;
    }

    /// <summary>The transaction failed: what was remembered of it may not be on the disk.</summary>
    public void Forget()
    {
        _ids.Clear();
        _last.Clear();
    }

    public static TokenMark? Find(SqliteConnection connection, UnitPath scope, long atMs)
    {
        using var command = connection.Prepared($"SELECT {Marks} WHERE province = $1 AND at_ms <= $2 ORDER BY at_ms DESC, token_id DESC LIMIT 1")
            .With(scope.Province.ToString(), atMs);
        using var reader = command.ExecuteReader();
        return reader.Read() ? MarkAt(reader) : null;
    }

    public static ImmutableArray<TokenMark> Of(SqliteConnection connection, UnitPath scope, BusinessDay day)
    {
        using var command = connection.Prepared($"SELECT {Marks} WHERE province = $1 AND at_ms >= $2 AND at_ms < $3 ORDER BY at_ms, token_id")
            .With(scope.Province.ToString(), day.StartMs, day.Next.StartMs);
        using var reader = command.ExecuteReader();
        var marks = ImmutableArray.CreateBuilder<TokenMark>();
        while (reader.Read()) marks.Add(MarkAt(reader));
        return marks.ToImmutable();
    }

    /// <summary>The versions of a token by the numbers of the windows; windows that are not in it have none.</summary>
    public static Dictionary<long, long> VersionsAt(SqliteConnection connection, UnitPath scope, long token)
    {
        using var command = connection.Prepared(
            """
            SELECT versions FROM board_tokens WHERE province = $1 AND token_id <= $2 AND token_id >= (
                SELECT MAX(token_id) FROM board_tokens WHERE province = $1 AND token_id <= $2 AND is_whole = 1)
            """).With(scope.Province.ToString(), token);
        using var reader = command.ExecuteReader();
        var versions = new Dictionary<long, long>();
        while (reader.Read())
        {
            foreach (var (window, difference) in SparseCounts.Unpack(reader.GetBlob(0)))
                versions[window] = versions.GetValueOrDefault(window) + difference;
        }

        return versions;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _prune.Dispose();
    }

    private static TokenMark MarkAt(Rows reader) =>
        new(reader.GetInt64(0), reader.GetInt64(1), UnitPath.Parse(reader.GetString(2)), reader.GetBoolean(3), reader.GetInt64(4));

    // Whole numbers by key, of which few change from one token to the next: what sparse counts are packed for.
    private SparseCounts Packed(ImmutableArray<WindowVersion> versions)
    {
        if (versions.Any(window => !_ids.ContainsKey(window.Window))) ReadIds();
        var byId = new long[_ids.Values.DefaultIfEmpty().Max() + 1];
        foreach (var window in versions) byId[_ids[window.Window]] = window.Version;
        return SparseCounts.Of(byId);
    }

    private void ReadIds()
    {
        using var command = writer.Prepared("SELECT path, window_id FROM windows");
        using var reader = command.ExecuteReader();
        while (reader.Read()) _ids[UnitPath.Parse(reader.GetString(0))] = reader.GetInt32(1);
    }
}
