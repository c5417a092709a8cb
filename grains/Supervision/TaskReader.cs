using System.Text;
using System.Text.Json;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Supervision;

/// <summary>
/// Reads a CloudEvent of the ledger: <c>specversion</c>, <c>id</c>, <c>source</c>, <c>type</c> (<c>opsboard.task.*</c>, <c>opsboard.problem.*</c>,
/// <c>opsboard.duty.*</c> or <c>opsboard.survey.*</c>), <c>subject</c> (the unit that keeps the ledger, did the duty or was surveyed), <c>time</c>, and
/// <c>data</c> with <c>task</c> (or <c>duty</c>, or <c>survey</c>), <c>by</c> (left out: the subject) and what the act says.
/// Unknown members of <c>data</c> are refused, because a misspelt one would silently not be kept.
/// </summary>
public static class TaskReader
{
    private const int LongestId = 128;
    private const int LongestSource = 256;
    private const long MostAheadMs = 300_000;

    private static readonly TaskReading NotAnObject = new(null, new Rejection(Reasons.NotAnObject, "The item is not a JSON object."), null);

    /// <summary>Bytes that are not JSON are no object, and no exception.</summary>
    public static TaskReading Read(ReadOnlyMemory<byte> item, TimeProvider clock)
    {
        string? id = null;
        try
        {
            ItemFaultException.RefuseFlawedText(item);
            using var json = JsonDocument.Parse(item);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return NotAnObject;
            var members = new ItemMembers(json.RootElement, "");
            id = Attribute(members, "id", LongestId, Reasons.MissingId, Reasons.InvalidId);
            return new TaskReading(EventOf(members, id, clock), null, id);
        }
        catch (JsonException)
        {
            return NotAnObject;
        }
        catch (ItemFaultException fault)
        {
            return new TaskReading(null, fault.Rejection, id);
        }
    }

    private static TaskEvent EventOf(ItemMembers members, string id, TimeProvider clock)
    {
        if (members.Raw("specversion") is not { } version) throw new ItemFaultException(Reasons.MissingSpecVersion, "specversion is missing: it must be the text 1.0.");
        if (version.ValueKind != JsonValueKind.String || !version.ValueEquals("1.0")) throw new ItemFaultException(Reasons.UnknownSpecVersion, "specversion must be the text 1.0.");
        var source = Attribute(members, "source", LongestSource, Reasons.MissingSource, Reasons.InvalidSource);
        var type = Attribute(members, "type", LongestId, Reasons.MissingType, Reasons.UnknownType);
        var (act, family) = TaskActs.ParseType(type) ?? throw new ItemFaultException(Reasons.UnknownType, "type must be opsboard.task. or opsboard.problem. and an act such as registered, or opsboard.duty.done, opsboard.survey.published, or .withdrawn of either.");
        var subject = Attribute(members, "subject", LongestSource, Reasons.MissingSubject, Reasons.InvalidSubject);
        if (!UnitPath.TryParse(subject, out var ledger) || ledger.IsLine) throw new ItemFaultException(Reasons.InvalidSubject, "subject must be the path of the unit that keeps the ledger, or that did the duty or was surveyed, such as hainan/jiyang.");
        var occurredMs = TimeOf(Attribute(members, "time", LongestId, Reasons.MissingTime, Reasons.InvalidTime), clock);
        var data = members.Object("data") ?? throw new ItemFaultException(Reasons.InvalidData, "data is missing: it must be an object with task, duty or survey.");
        var name = family.IsOfEntries() ? TaskFamilies.WordOf(TaskFamily.Task) : TaskFamilies.WordOf(family);
        var task = family.IsOfEntries() ? new TaskId(ledger, data.Id(name)) : TaskFamilies.Of(family, ledger, data.Id(name));
        var by = data.Has("by") ? data.Unit("by") : ledger;
        var told = new TaskEvent(source, id, task, act, family == TaskFamily.Problem, by, occurredMs, TaskFactsJson.Read(data, act, name, "by"));
        return RefusalOfFact(told, BusinessDay.Of(clock.GetUtcNow())) is { } refusal ? throw new ItemFaultException(refusal) : told;
    }

    /// <summary>What a duty or a survey must not say, whichever door it comes through; null where nothing is wrong, and of entries.</summary>
    public static Rejection? RefusalOfFact(TaskEvent told, BusinessDay today)
    {
        if (told.Facts.Evidence is not { } evidence) return null;
        if (evidence.Day > today) return new Rejection(Reasons.TimeOutOfRange, "date lies in the future: tell it when it is done or issued.");
        // Whether it may be said does not depend on what else is known, so it is refused here and not in the fold.
        return told.By.Contains(told.Task.Ledger) ? null : new Rejection(Reasons.InvalidUnit, "by must be the subject or a unit above it.");
    }

    private static string Attribute(ItemMembers members, string name, int longest, string missing, string invalid)
    {
        if (members.Raw(name) is not { } json) throw new ItemFaultException(missing, $"{name} is missing.");
        var text = json.ValueKind == JsonValueKind.String ? json.GetString()! : "";
        if (text.Length == 0 || Encoding.UTF8.GetByteCount(text) > longest) throw new ItemFaultException(invalid, $"{name} must be text of 1 to {longest} bytes.");
        if (JsonText.HasControl(text)) throw new ItemFaultException(Reasons.ControlCharacter, $"{name} holds a control character: take it out.");
        return PersonalData.IsIn(text) ? throw new ItemFaultException(Reasons.PersonalData, $"{name} is shaped like an identity-card or telephone number: use another.") : text;
    }

    private static long TimeOf(string text, TimeProvider clock)
    {
        switch (Rfc3339.Read(Encoding.UTF8.GetBytes(text), out var occurredMs))
        {
            case Rfc3339Fault.WithoutOffset: throw new ItemFaultException(Reasons.TimeWithoutOffset, "time has no offset: write Z or +08:00 behind it.");
            case not Rfc3339Fault.None: throw new ItemFaultException(Reasons.InvalidTime, "time must be written as in 2026-11-21T10:00:00+08:00.");
        }

        if (occurredMs < Rfc3339.EarliestMs) throw new ItemFaultException(Reasons.TimeOutOfRange, "time lies before 1992.");
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return occurredMs <= now + MostAheadMs ? occurredMs : throw new ItemFaultException(Reasons.ClockAhead, $"time is more than 5 minutes ahead of the server, which has {Rfc3339.Write(now)}: set the clock, and send it again.");
    }
}
