using System.Collections.Immutable;
using System.Globalization;
using Npgsql;
using OpsBoard.Events;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>Declared milestones as rows.</summary>
internal static class MilestoneRows
{
    private const string Columns = "path, milestone_id, document, document_date, value, qualifier, declared_by, name_zh, name_en, note, target_value, target_year, target_document";

    private const string Insert =
        $"""
        INSERT INTO milestones ({Columns}, declared_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text, $9::text, $10::text, $11::bigint, $12::integer, $13::text, $14) ON CONFLICT DO NOTHING
        """;

    /// <summary>What is known already stays as it was, the instant of its declaration among it.</summary>
    public static Verdict Store(NpgsqlConnection connection, Milestone milestone, long declaredMs)
    {
        var target = milestone.Target;
        var (unit, day) = (milestone.Unit.ToString(), milestone.DocumentDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var added = connection.Run(
            Insert, unit, milestone.Id, milestone.Document, day, milestone.Value, (short)milestone.Qualifier, milestone.DeclaredBy,
            milestone.Name?.Zh, milestone.Name?.En, milestone.Note, target?.Value, target?.Year, target?.Document, declaredMs);
        if (added == 1) return Verdict.Accepted;
        var known = connection.Rows($"SELECT {Columns} FROM milestones WHERE path = $1 AND milestone_id = $2 AND document = $3 AND document_date = $4", [unit, milestone.Id, milestone.Document, day], MilestoneAt).First();
        return known == milestone ? Verdict.Duplicate : Verdict.Conflict;
    }

    public static ImmutableArray<DeclaredMilestone> Read(NpgsqlConnection connection, UnitPath? scope) =>
    [
        .. connection.Rows(
            $"SELECT {Columns}, declared_ms FROM milestones WHERE {ReadStatements.InScope}", ReadStatements.Scope(scope), static row => new DeclaredMilestone(MilestoneAt(row), row.GetInt64(13))),
    ];

    private static Milestone MilestoneAt(NpgsqlDataReader row) => new(
        ReadStatements.PathAt(row, 0),
        row.GetString(1),
        row.GetInt64(4),
        (MilestoneQualifier)row.GetInt16(5),
        row.GetString(2),
        DateOnly.ParseExact(row.GetString(3), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        row.GetString(6),
        row.IsDBNull(7) ? null : new Wording(row.GetString(7), row.GetString(8)),
        ReadStatements.TextAt(row, 9),
        row.IsDBNull(11) ? null : new MilestoneTarget(ReadStatements.NumberAt(row, 10), row.GetInt32(11), row.GetString(12)));
}
