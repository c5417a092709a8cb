using OpsBoard.Units;

namespace OpsBoard.Indicators.Milestones;

/// <summary>
/// A figure that an office declares with a document and its date, because no live source exists (一件事一次办、全省通办…).
/// Unit, id, document and date are its identity: what is declared once is never changed, a newer document takes its place.
/// </summary>
/// <param name="Unit">Province, county, department or window; never a line.</param>
/// <param name="Id">What is declared, lower-case ASCII with hyphens: <c>one-thing</c>.</param>
/// <param name="Value">A whole number from 0 on.</param>
/// <param name="DeclaredBy">An office or a position, never a person.</param>
/// <param name="Name">How screens call it; null: by its id.</param>
public sealed record Milestone(
    UnitPath Unit,
    string Id,
    long Value,
    MilestoneQualifier Qualifier,
    string Document,
    DateOnly DocumentDate,
    string DeclaredBy,
    Wording? Name = null,
    string? Note = null,
    MilestoneTarget? Target = null);
