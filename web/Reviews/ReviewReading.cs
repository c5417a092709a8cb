using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Web.Reviews;

/// <summary>The open bad reviews of a scope at one instant: what page, API and CSV print.</summary>
/// <param name="Open">The one that is due first at the top; never default.</param>
public sealed record ReviewReading(UnitPath Scope, DateTimeOffset AsOf, ImmutableArray<OpenReview> Open)
{
    public static ReviewReading Of(UnitPath scope, IEnumerable<WindowRecord> windows, DateTimeOffset at, CountingTerms terms)
    {
        var reviews = windows
            .SelectMany(window => window.Open
                .Where(static subject => subject.Kind == SubjectKind.Review)
                .Select(review => new OpenReview(window.Window, review, at.ToUnixTimeMilliseconds(), terms.For(window.Window))))
            .OrderBy(static open => open.Review.DueMs)
            .ThenBy(static open => open.Window, UnitPath.InOrder)
            .ThenBy(static open => open.Id, StringComparer.Ordinal);
        return new ReviewReading(scope, at, [.. reviews]);
    }

    public IEnumerable<OpenReview> In(string state) => Open.Where(review => ReviewStates.Has(state, review));

    /// <summary>The children of the scope with open bad reviews, the one with most first, then by path; none for a window.</summary>
    public IEnumerable<IGrouping<UnitPath, OpenReview>> ByChild => Scope.Kind == UnitKind.Window
        ? []
        : Open.GroupBy(review => review.Window.ChildOf(Scope)).OrderByDescending(static child => child.Count()).ThenBy(static child => child.Key, UnitPath.InOrder);
}
