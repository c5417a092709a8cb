using System.Collections.Immutable;
using OpsBoard.Events;
using OpsBoard.Supervision;
using OpsBoard.Units;
using OpsBoard.Web.Import;

namespace OpsBoard.Web.Supervision;

/// <summary>Entries of the ledger, each with the days of its acts.</summary>
internal sealed class EntryTable : ITaskTable
{
    public string Name => "entries";

    public IReadOnlyList<string> Required => LedgerColumns.Required;

    public IReadOnlyList<string> Columns => LedgerColumns.All;

    public string NameOf(string header) => LedgerColumns.NameOf(header);

    public (ImmutableArray<TaskEvent> Events, Rejection? Rejection) Read(CsvRow row, BusinessDay today) => new LedgerRow(row, today).Read();
}
