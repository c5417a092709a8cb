namespace OpsBoard.Web.Access;

/// <summary>
/// The names of the authorisation policies, and whom each lets through. An endpoint or hub method without one of them is refused, and so is one
/// that does not say where its scope is found (<see cref="ScopeFromAttribute"/>).
/// </summary>
public static class Policies
{
    /// <summary>May send events and declare milestones: registered sources.</summary>
    public const string Ingest = "ingest";

    /// <summary>May see the figures of a scope, live: leader, operator, auditor, wall.</summary>
    public const string Board = "board";

    /// <summary>May see every other screen and reading with figures: leader, operator, auditor.</summary>
    public const string View = "view";

    /// <summary>May see single events, cases and reviews: leader, operator, auditor.</summary>
    public const string Cases = "cases";

    /// <summary>May see what concerns all units at once, such as sources and recounts: as <see cref="View"/> with the whole province in scope, and administrators.</summary>
    public const string Whole = "whole";

    /// <summary>May decide on changes of sealed days: leader.</summary>
    public const string Approve = "approve";

    /// <summary>May write into the ledger of supervision: leader, operator. Which entries, and what of them, is decided for each.</summary>
    public const string Supervise = "supervise";

    /// <summary>May see the walls and ask them for something: operator, administrator.</summary>
    public const string Fleet = "fleet";

    /// <summary>May change sources, people and walls: administrator.</summary>
    public const string Administer = "administer";

    /// <summary>May read the trail of what was done: auditor, administrator.</summary>
    public const string Audit = "audit";

    /// <summary>Anybody who was let in at all.</summary>
    public const string Entered = "entered";

    internal static readonly IReadOnlyDictionary<string, Entitlement> All = new Dictionary<string, Entitlement>(StringComparer.Ordinal)
    {
        [Board] = new([Role.Leader, Role.Operator, Role.Auditor, Role.Wall]),
        [View] = new([Role.Leader, Role.Operator, Role.Auditor]),
        [Cases] = new([Role.Leader, Role.Operator, Role.Auditor]),
        [Whole] = new([Role.Leader, Role.Operator, Role.Auditor, Role.Administrator], OfAllUnits: true),
        [Approve] = new([Role.Leader]),
        [Supervise] = new([Role.Leader, Role.Operator]),
        [Fleet] = new([Role.Operator, Role.Administrator]),
        [Administer] = new([Role.Administrator]),
        [Audit] = new([Role.Auditor, Role.Administrator]),
        [Entered] = new([.. Enum.GetValues<Role>()]),
    };
}
