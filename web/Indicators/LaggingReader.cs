namespace OpsBoard.Web.Indicators;

/// <summary>Answers which children hold a scope back, for page, API and CSV alike.</summary>
internal sealed class LaggingReader(ScopeReader scopes)
{
    /// <returns>Null when the scope or the period is unknown.</returns>
    public async ValueTask<LaggingReading?> Read(IndicatorQuestion question, CancellationToken cancellation) =>
        await scopes.Of(question.Scope, question.Period, cancellation) is { } figures ? new LaggingReading(question, figures) : null;
}
