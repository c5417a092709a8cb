using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Web.Reviews;

/// <summary>Reads the open bad reviews of a scope from the journal, for page, API and CSV alike.</summary>
internal sealed class ReviewReader(IJournal journal, CountingTerms terms, TimeProvider clock)
{
    public async Task<ReviewReading> Read(UnitPath scope, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return ReviewReading.Of(scope, await journal.ReadWindows(scope, BusinessDay.Of(now), cancellation), now, terms);
    }
}
