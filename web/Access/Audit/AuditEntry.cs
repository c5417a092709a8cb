namespace OpsBoard.Web.Access.Audit;

/// <summary>What somebody did.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Actor">A <see cref="Principal.Id"/>, or the name of a source as <c>source:NAME</c>.</param>
/// <param name="Action">As <see cref="AuditActions"/> has it.</param>
/// <param name="Target">What it was done to, such as <c>source:hall-3</c>; empty when there is nothing beside the action.</param>
/// <param name="Detail">In words for people; never a secret, a name of a citizen or the content of an event.</param>
public sealed record AuditEntry(long Number, DateTimeOffset At, string Actor, string Action, string Target, string Detail);
