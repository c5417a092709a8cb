using System.Collections.Immutable;
using OpsBoard.Supervision.Surveys;
using OpsBoard.Units;

namespace OpsBoard.Web.Supervision.Surveys;

/// <summary>Reads the surveys of a scope, for page, API and CSV alike.</summary>
internal sealed class SurveyReader(HeldLedger ledger)
{
    /// <returns>By unit and id, the newest first.</returns>
    public async Task<ImmutableArray<DeclaredSurvey>> Read(UnitPath scope, CancellationToken cancellation) => DeclaredSurvey.Of(scope, (await ledger.Read(cancellation)).Records);
}
