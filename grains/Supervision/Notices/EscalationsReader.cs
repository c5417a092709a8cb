using System.Collections.Immutable;
using System.Text.Json;
using OpsBoard.Configuration;
using OpsBoard.Indicators;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Notices;

/// <summary>
/// Reads <c>escalations.json</c>:
/// <c>{"version":1,"from":"2026-12-01","at"?:"09:00","receivers":[{"id","name":{"zh","en"},"units"?:[…],"language"?:"zh"|"en","mail"?:[…],"webhook"?,"secret"?,"note"?}],
/// "ladders":[{"id","kinds"?:[…],"ledgers"?:[…],"steps":[{"id","days","to":[…]}],"note"?}]}</c>.
/// </summary>
public static class EscalationsReader
{
    private const int Version = 1;
    private const int LongestStep = 16;
    private const int LongestReceiver = 24;
    private const int MostReceivers = 200;
    private const int MostDays = 250;
    private static readonly TimeOnly Usually = new(9, 0);

    /// <exception cref="ConfigurationException">The file cannot be read, or something in it is wrong; the message names its line.</exception>
    public static EscalationRules ReadFile(string file) => Read(ConfigurationEntry.ReadFile(file));

    /// <exception cref="ConfigurationException">Something is wrong; the message names its line.</exception>
    public static EscalationRules Read(ConfigurationEntry file)
    {
        var draft = file.Read<Draft>();
        if (draft.Version != Version) throw file.Mistake($"\"version\" is {Version}.");
        if (draft.From is not { } from) throw file.Mistake("\"from\" is missing: the day from which on steps are sent, such as \"2026-12-01\".");
        var receivers = Listed(file, "receivers", ReceiverOf, static receiver => receiver.Id);
        if (receivers.Length > MostReceivers) throw file.Mistake($"\"receivers\" are at most {MostReceivers}.");
        var known = receivers.Select(static receiver => receiver.Id).Concat(NoticeParts.All).ToHashSet(StringComparer.Ordinal);
        return new EscalationRules(BusinessDay.Of(from), draft.At ?? Usually, receivers, Listed(file, "ladders", entry => LadderOf(entry, known), static ladder => ladder.Id));
    }

    private static ImmutableArray<T> Listed<T>(ConfigurationEntry parent, string member, Func<ConfigurationEntry, T> read, Func<T, string> idOf)
    {
        var all = ImmutableArray.CreateBuilder<T>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in parent.List(member))
        {
            var one = read(entry);
            if (!seen.Add(idOf(one))) throw entry.Mistake($"\"{idOf(one)}\" is given twice; keep one of the two.");
            all.Add(one);
        }

        return all.ToImmutable();
    }

    private static NoticeReceiver ReceiverOf(ConfigurationEntry entry)
    {
        var draft = entry.Read<ReceiverDraft>();
        var id = Short(entry, draft.Id, LongestReceiver);
        if (NoticeParts.All.Contains(id)) throw entry.Mistake($"\"id\" \"{id}\" is the name of a part in an entry; call the receiver otherwise.");
        var mail = draft.Mail ?? [];
        if (mail.Count > 0 == draft.Webhook is not null) throw entry.Mistake("a receiver has \"mail\" (a list of addresses) or a \"webhook\" (an address), and not both.");
        if (draft.Webhook is not null && string.IsNullOrWhiteSpace(draft.Secret)) throw entry.Mistake("a webhook needs \"secret\": the name under which Notices:Secrets has it.");
        if (draft.Webhook is null && draft.Secret is not null) throw entry.Mistake("\"secret\" belongs to a webhook; mail has none.");
        foreach (var address in mail) RefuseNoAddress(entry, address);
        return new NoticeReceiver(
            id,
            entry.Both(draft.Name, "name"),
            Units(entry, "units", draft.Units),
            draft.Language switch { null or "zh" => false, "en" => true, _ => throw entry.Mistake("\"language\" is \"zh\" or \"en\".") },
            [.. mail],
            draft.Webhook is null ? null : WebhookOf(entry, draft.Webhook),
            draft.Secret);
    }

    private static EscalationLadder LadderOf(ConfigurationEntry entry, HashSet<string> known)
    {
        var draft = entry.Read<LadderDraft>();
        var steps = Listed(entry, "steps", step => StepOf(step, known), static step => step.Id);
        if (steps.IsEmpty) throw entry.Mistake("\"steps\" has at least one step.");
        var kinds = (draft.Kinds ?? []).Select(word => TaskKinds.Parse(word) ?? throw entry.Mistake($"\"kinds\" are {TaskKinds.Words}, not \"{word}\"."));
        return new EscalationLadder(entry.Id(draft.Id), [.. kinds], Units(entry, "ledgers", draft.Ledgers), [.. steps.OrderBy(static step => step.Days)]);
    }

    private static EscalationStep StepOf(ConfigurationEntry entry, HashSet<string> known)
    {
        var draft = entry.Read<StepDraft>();
        if (draft.Days is not (>= -MostDays and <= MostDays)) throw entry.Mistake($"\"days\" are working days from -{MostDays} (before the due week is over) to {MostDays} (after it).");
        if (draft.To is not { Count: > 0 } to) throw entry.Mistake($"\"to\" is a list of receivers, or of {string.Join(", ", NoticeParts.All)}.");
        if (to.Find(word => !known.Contains(word)) is { } unknown) throw entry.Mistake($"\"to\" \"{unknown}\" is neither a receiver of this file nor one of {string.Join(", ", NoticeParts.All)}.");
        return new EscalationStep(Short(entry, draft.Id, LongestStep), draft.Days.Value, [.. to.Distinct(StringComparer.Ordinal)]);
    }

    private static string Short(ConfigurationEntry entry, string? id, int longest) =>
        entry.Id(id).Length <= longest ? id! : throw entry.Mistake($"\"id\" has at most {longest} letters.");

    private static ImmutableArray<UnitPath> Units(ConfigurationEntry entry, string member, List<string>? paths) =>
    [
        .. (paths ?? []).Select(text => UnitPath.TryParse(text, out var unit, out var fault)
            ? unit.IsLine ? throw entry.Mistake($"\"{member}\" are units; {unit} is a line.") : unit
            : throw entry.Mistake($"\"{member}\" \"{text}\": {fault}")),
    ];

    // What may stand in a header as it is: anything else is for a program that knows more of mail than this file.
    private static void RefuseNoAddress(ConfigurationEntry entry, string address)
    {
        var isAddress = address.Split('@') is [{ Length: > 0 } name, { Length: > 0 } host] && (name + host).All(static c => char.IsAsciiLetterOrDigit(c) || "._%+-".Contains(c, StringComparison.Ordinal));
        if (!isAddress) throw entry.Mistake($"\"mail\" \"{address}\" is no address; write it as office@example.org.");
    }

    private static Uri WebhookOf(ConfigurationEntry entry, string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http")) throw entry.Mistake("\"webhook\" is an address that begins with https:// or http://.");
        if (address.UserInfo.Length > 0) throw entry.Mistake("\"webhook\" holds a name or a password; leave them out: requests are signed with the secret.");
        return address.Fragment.Length == 0 ? address : throw entry.Mistake("\"webhook\" has a part after #, which is never sent; leave it out.");
    }

    // Notes are for whoever reads the file.
    private sealed record Draft(int? Version, DateOnly? From, TimeOnly? At, JsonElement? Receivers, JsonElement? Ladders, string? Note);

    private sealed record ReceiverDraft(string? Id, Wording? Name, List<string>? Units, string? Language, List<string>? Mail, string? Webhook, string? Secret, string? Note);

    private sealed record LadderDraft(string? Id, List<string>? Kinds, List<string>? Ledgers, JsonElement? Steps, string? Note);

    private sealed record StepDraft(string? Id, int? Days, List<string>? To, string? Note);
}
