using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Notices;

/// <summary>An office or a system that is told of entries; either by mail or by a webhook.</summary>
/// <param name="Id">1 to 24 lower-case letters, digits and hyphens; what was sent is known by it.</param>
/// <param name="Units">Those for which it is told when a step names the part that one of them has in the entry.</param>
/// <param name="Mail">Addresses; empty where there is a webhook.</param>
/// <param name="Webhook">An absolute address of http or https without name and password; null where there is mail.</param>
/// <param name="Secret">The name under which the configuration has the webhook's secret (<c>Notices:Secrets:NAME</c>).</param>
public sealed record NoticeReceiver(string Id, Wording Name, ImmutableArray<UnitPath> Units, bool IsEnglish, ImmutableArray<string> Mail, Uri? Webhook, string? Secret);
