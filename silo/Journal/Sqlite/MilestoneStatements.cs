using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using OpsBoard.Events;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>Declared milestones as rows. The statements that write are parsed once and used by the writer's thread alone.</summary>
internal sealed class MilestoneStatements(SqliteConnection writer) : IDisposable
{
    private const string Columns = "path, milestone_id, document, document_date, value, qualifier, declared_by, name_zh, name_en, note, target_value, target_year, target_document";

    private readonly Statement _insert = writer.Prepared(
        $"INSERT INTO milestones ({Columns}, declared_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT DO NOTHING");

    private readonly Statement _known = writer.Prepared(
        $"SELECT {Columns} FROM milestones WHERE path = $1 AND milestone_id = $2 AND document = $3 AND document_date = $4");

    /// <summary>What is known already stays as it was, the instant of its declaration among it.</summary>
    public Verdict Store(Milestone milestone, long declaredMs)
    {
        var target = milestone.Target;
        var added = _insert.With(
            milestone.Unit.ToString(), milestone.Id, milestone.Document, Written(milestone.DocumentDate), milestone.Value, (int)milestone.Qualifier, milestone.DeclaredBy,
            milestone.Name?.Zh, milestone.Name?.En, milestone.Note, target?.Value, target?.Year, target?.Document, declaredMs).ExecuteNonQuery();
        if (added == 1) return Verdict.Accepted;
        using var known = _known.With(milestone.Unit.ToString(), milestone.Id, milestone.Document, Written(milestone.DocumentDate)).ExecuteReader();
        known.Read();
        return MilestoneAt(known) == milestone ? Verdict.Duplicate : Verdict.Conflict;
    }

    public static ImmutableArray<DeclaredMilestone> Read(SqliteConnection connection, UnitPath? scope)
    {
        using var command = connection.Prepared($"SELECT {Columns}, declared_ms FROM milestones WHERE {ReadStatements.InScope}").ForScope(scope);
        using var reader = command.ExecuteReader();
        var milestones = ImmutableArray.CreateBuilder<DeclaredMilestone>();
        while (reader.Read()) milestones.Add(new DeclaredMilestone(MilestoneAt(reader), reader.GetInt64(13)));
        return milestones.ToImmutable();
    }

    public void Dispose()
    {
        _insert.Dispose();
        _known.Dispose();
    }

    private static Milestone MilestoneAt(Rows reader) => new(
        UnitPath.Parse(reader.GetString(0)),
        reader.GetString(1),
        reader.GetInt64(4),
        (MilestoneQualifier)reader.GetInt32(5),
        reader.GetString(2),
        DateOnly.ParseExact(reader.GetString(3), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        reader.GetString(6),
        reader.IsDBNull(7) ? null : new Wording(reader.GetString(7), reader.GetString(8)),
        reader.IsDBNull(9) ? null : reader.GetString(9),
        reader.IsDBNull(11) ? null : new MilestoneTarget(reader.IsDBNull(10) ? null : reader.GetInt64(10), reader.GetInt32(11), reader.GetString(12)));

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
