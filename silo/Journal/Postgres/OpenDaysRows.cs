using System.Data;
using Npgsql;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>What a recount of the open days reads of a database, at one instant: other servers may write meanwhile. The connection goes with it.</summary>
internal sealed class OpenDaysRows : IOpenDaysRows
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly StoredEvents _stored;

    public OpenDaysRows(NpgsqlConnection connection)
    {
        (_connection, _stored) = (connection, new StoredEvents(connection));
        _transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
    }

    public List<StoredWindow> Windows() => _stored.Windows(null);

    public IEnumerable<List<StoredEvent>> Subjects(long window, SubjectKind kind, long fromMs, long toMs, bool all) => _stored.SubjectsIn(window, kind, fromMs, toMs, all);

    public ILookup<string, StoredEvent> Corrections(long window) => _stored.Corrections(window);

    public IEnumerable<Mark> LeftOut(long window) => _stored.LeftOut(window).SelectMany(static revision => revision.Changes);

    public Dictionary<BusinessDay, Tally> Cells(long window, BusinessDay first, BusinessDay last) => _stored.Cells(window, first, last);

    public void Dispose()
    {
        _transaction.Dispose();
        _connection.Dispose();
    }
}
