using OpsBoard.Supervision;

namespace OpsBoard.Web.Supervision;

/// <summary>An entry as somebody types it, new or amended: the fields of the form, by the names of <see cref="LedgerColumns"/>.</summary>
/// <param name="texts">What stands in the fields; one that is not there is empty.</param>
public sealed class TaskDraft(IReadOnlyDictionary<string, string> texts)
{
    /// <summary>Where the entry stands, what it says of itself, and a note: of a change, its reason.</summary>
    public static readonly IReadOnlyList<string> Fields = ["ledger", "task", .. PlanFields.All, "note"];

    public string this[string field] => texts.GetValueOrDefault(field, "");

    public static TaskDraft Of(IFormCollection form) => new(Fields.ToDictionary(static field => field, field => form[field].ToString().Trim(), StringComparer.Ordinal));

    /// <summary>What holds of an entry, to be changed.</summary>
    public static TaskDraft Of(TaskPlan plan) => new(PlanFields.Of(plan));

    /// <inheritdoc cref="PlanFields.Json"/>
    public byte[] ToJson() => PlanFields.Json(field => this[field]);
}
