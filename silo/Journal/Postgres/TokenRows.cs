using System.Collections.Immutable;
using Npgsql;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>
/// Tokens as rows. The first of each hour of a province holds all versions, each further one the differences from the token before it: where
/// that one is not this process's own, another recorded it, and all versions are written again.
/// </summary>
internal sealed class TokenRows
{
    private const long HourMs = 3_600_000;

    private const string Marks = "token_id, at_ms, scope, is_change, behind FROM board_tokens";

    private readonly Dictionary<UnitPath, int> _ids = [];
    private readonly Dictionary<UnitPath, (long Token, long Hour, SparseCounts Versions)> _last = [];

    public Verdict Store(NpgsqlConnection connection, BoardToken token, long keepFromMs)
    {
        var province = token.Scope.Province;
        var hour = token.AtMs / HourMs;
        var versions = Packed(connection, token.Versions);
        var newest = (long?)connection.Scalar("SELECT MAX(token_id) FROM board_tokens WHERE province = $1", province.ToString());
        var isWhole = !_last.TryGetValue(province, out var last) || last.Hour != hour || last.Token != newest;
        var written = isWhole ? versions : versions - last.Versions;
        var number = (long)connection.Scalar(
            "INSERT INTO board_tokens (province, at_ms, scope, is_change, behind, is_whole, versions) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING token_id",
            province.ToString(), token.AtMs, token.Scope.ToString(), token.IsChange, token.Behind, isWhole, written.Packed.ToArray())!;
        if (isWhole) Prune(connection, province, keepFromMs);
        _last[province] = (number, hour, versions);
        return Verdict.Accepted;
    }

    /// <summary>The transaction failed: what was remembered of it may not be there.</summary>
    public void Forget()
    {
        _ids.Clear();
        _last.Clear();
    }

    public static TokenMark? Find(NpgsqlConnection connection, UnitPath scope, long atMs) => connection.Rows(
        $"SELECT {Marks} WHERE province = $1 AND at_ms <= $2 ORDER BY at_ms DESC, token_id DESC LIMIT 1", [scope.Province.ToString(), atMs], MarkAt).FirstOrDefault();

    public static ImmutableArray<TokenMark> Of(NpgsqlConnection connection, UnitPath scope, BusinessDay day) =>
        [.. connection.Rows($"SELECT {Marks} WHERE province = $1 AND at_ms >= $2 AND at_ms < $3 ORDER BY at_ms, token_id", [scope.Province.ToString(), day.StartMs, day.Next.StartMs], MarkAt)];

    /// <summary>The versions of a token by the numbers of the windows; windows that are not in it have none.</summary>
    public static Dictionary<long, long> VersionsAt(NpgsqlConnection connection, UnitPath scope, long token)
    {
        const string sql =
            """
            SELECT versions FROM board_tokens WHERE province = $1 AND token_id <= $2 AND token_id >= (
                SELECT MAX(token_id) FROM board_tokens WHERE province = $1 AND token_id <= $2 AND is_whole)
            """;
        var versions = new Dictionary<long, long>();
        foreach (var differences in connection.Rows(sql, [scope.Province.ToString(), token], static row => ReadStatements.PackedAt(row, 0)))
        {
            foreach (var (window, difference) in differences) versions[window] = versions.GetValueOrDefault(window) + difference;
        }

        return versions;
    }

    // What a kept token is a difference from is kept too.
    private static void Prune(NpgsqlConnection connection, UnitPath province, long keepFromMs) => connection.Run(
        """
        DELETE FROM board_tokens WHERE province = $1 AND token_id < (
            SELECT MAX(token_id) FROM board_tokens WHERE province = $1 AND is_whole AND at_ms <= $2)
        """,
        province.ToString(), keepFromMs);

    private static TokenMark MarkAt(NpgsqlDataReader row) => new(row.GetInt64(0), row.GetInt64(1), ReadStatements.PathAt(row, 2), row.GetBoolean(3), row.GetInt64(4));

    private SparseCounts Packed(NpgsqlConnection connection, ImmutableArray<WindowVersion> versions)
    {
        if (versions.Any(window => !_ids.ContainsKey(window.Window))) ReadIds(connection);
        var byId = new long[_ids.Values.DefaultIfEmpty().Max() + 1];
        foreach (var window in versions) byId[_ids[window.Window]] = window.Version;
        return SparseCounts.Of(byId);
    }

    private void ReadIds(NpgsqlConnection connection)
    {
        foreach (var (path, id) in connection.Rows("SELECT path, window_id FROM windows", [], static row => (ReadStatements.PathAt(row, 0), row.GetInt64(1)))) _ids[path] = checked((int)id);
    }
}
