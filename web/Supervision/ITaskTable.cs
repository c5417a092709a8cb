using System.Collections.Immutable;
using OpsBoard.Events;
using OpsBoard.Supervision;
using OpsBoard.Units;
using OpsBoard.Web.Import;

namespace OpsBoard.Web.Supervision;

/// <summary>A kind of table that can be brought into the ledger.</summary>
internal interface ITaskTable
{
    /// <summary>By which a request names it, and what its rows are.</summary>
    string Name { get; }

    IReadOnlyList<string> Required { get; }

    IReadOnlyList<string> Columns { get; }

    /// <summary>The column of a header, which offices may write in their own words.</summary>
    string NameOf(string header);

    /// <returns>The events, at least one, or the first thing that is wrong with the row. Their ids follow from the row, so one that is imported again is known already.</returns>
    (ImmutableArray<TaskEvent> Events, Rejection? Rejection) Read(CsvRow row, BusinessDay today);
}
