using OpsBoard.Supervision;

namespace OpsBoard.Web.Supervision;

/// <summary>The parts of the page of supervision, as its query names them; without one it is the ledger.</summary>
internal static class SupervisionParts
{
    public const string Targets = "targets";
    public const string Duties = "duties";
    public const string Surveys = "surveys";

    /// <summary>After the ledger, in the order in which the page offers them.</summary>
    public static readonly IReadOnlyList<string> All = [Targets, Duties, Surveys];

    public static string Of(TaskFamily family) => family == TaskFamily.Duty ? Duties : Surveys;
}
