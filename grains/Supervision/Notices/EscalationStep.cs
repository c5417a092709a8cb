using System.Collections.Immutable;

namespace OpsBoard.Supervision.Notices;

/// <summary>One rung of a ladder: when somebody is told of an entry that is still open, and who.</summary>
/// <param name="Id">1 to 16 lower-case letters, digits and hyphens; what was sent is known by it.</param>
/// <param name="Days">
/// In working days. 0 is the last working day of the due week; below 0 so many before it; above 0 the so-manieth after the week: an escalation.
/// </param>
/// <param name="To">Parts that units have in the entry (<see cref="NoticeParts"/>), or ids of receivers; never empty.</param>
public sealed record EscalationStep(string Id, int Days, ImmutableArray<string> To);
