using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpsBoard.Events;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Supervision.Notices;
using OpsBoard.Supervision.Surveys;
using OpsBoard.Units;

namespace OpsBoard.Supervision;

/// <summary>What an act says, as JSON: as it travels in <c>data</c>, and as the journal keeps it. The same facts are always the same bytes.</summary>
public static class TaskFactsJson
{
    public const int LongestText = 1024;
    private const int MostSupports = 64;
    private const int MostSteps = 60;
    private const int MonthsOfAYear = 12;
    private const int MostThousandths = 100_000;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] OfPlan =
        ["kind", "title", "lead", "supports", "officer", "goal", "due", "standard", "steps", "difficulty", "quantity", "document", "origin", "note"];

    private static readonly string[] OfEvidence = ["date", "document", "note"];

    public static byte[] Write(TaskFacts facts)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        if (facts.Plan is { } plan) WritePlan(json, plan);
        if (facts.Step is { } step) json.WriteNumber("step", step);
        if (facts.Amount is { } amount) WriteAmount(json, amount);
        if (facts.Week is { } week) json.WriteString("week", week.ToString());
        if (facts.Note is { } note) json.WriteString("note", note);
        if (facts.Notice is { } notice) NoticeAttemptJson.Write(json, notice);
        if (facts.Evidence is { } evidence) WriteEvidence(json, evidence);
        if (facts.Survey is { } survey) SurveyJson.Write(json, survey);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The members of an entry, in an object that is open.</summary>
    public static void WritePlan(Utf8JsonWriter json, TaskPlan plan)
    {
        json.WriteString("kind", TaskKinds.WordOf(plan.Kind));
        json.WriteString("title", plan.Title);
        json.WriteString("lead", plan.Lead.ToString());
        json.WriteStartArray("supports");
        foreach (var unit in plan.Supports) json.WriteStringValue(unit.ToString());
        json.WriteEndArray();
        json.WriteString("officer", plan.Officer);
        json.WriteString("goal", plan.Goal);
        json.WriteString("due", plan.Due.ToString());
        json.WriteString("standard", plan.Standard);
        json.WriteStartArray("steps");
        foreach (var step in plan.Steps)
        {
            json.WriteStartObject();
            json.WriteString("week", step.Week.ToString());
            json.WriteString("text", step.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (plan.Difficulty is { } difficulty)
        {
            json.WriteStartObject("difficulty");
            json.WriteNumber("thousandths", difficulty.Thousandths);
            json.WriteString("owner", difficulty.Owner);
            json.WriteString("version", difficulty.Version);
            json.WriteEndObject();
        }

        if (plan.Quantity is { } quantity)
        {
            json.WriteStartObject("quantity");
            json.WriteNumber("target", quantity.Target);
            json.WriteStartArray("byMonth");
            foreach (var number in quantity.ByMonth) json.WriteNumberValue(number);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        if (plan.Document is { } document) json.WriteString("document", document);
        if (plan.Origin is { } origin) json.WriteString("origin", origin.ToString());
    }

    public static void WriteEvidence(Utf8JsonWriter json, TaskEvidence evidence)
    {
        json.WriteString("date", $"{evidence.Day}");
        json.WriteString("document", evidence.Document);
    }

    public static void WriteAmount(Utf8JsonWriter json, TaskAmount amount)
    {
        json.WriteNumber("value", amount.Value);
        json.WriteString("qualifier", MilestoneQualifiers.WordOf(amount.Qualifier));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes were not written by it.</exception>
    public static TaskFacts Read(ReadOnlyMemory<byte> body, TaskAct act)
    {
        using var json = JsonDocument.Parse(body);
        try
        {
            return Read(new ItemMembers(json.RootElement, ""), act);
        }
        catch (ItemFaultException fault)
        {
            throw new FormatException($"The journal holds an act that cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Reads what a form or the row of a table says of a plan.</summary>
    /// <returns>The plan, or the first fault.</returns>
    public static (TaskFacts? Facts, Rejection? Rejection) TryRead(ReadOnlyMemory<byte> data, TaskAct act)
    {
        try
        {
            ItemFaultException.RefuseFlawedText(data);
            using var json = JsonDocument.Parse(data);
            return (Read(new ItemMembers(json.RootElement, ""), act), null);
        }
        catch (ItemFaultException fault)
        {
            return (null, fault.Rejection);
        }
    }

    /// <param name="besides">Members that were read already.</param>
    internal static TaskFacts Read(ItemMembers members, TaskAct act, params ReadOnlySpan<string> besides)
    {
        members.RefuseOthersThan([.. besides, .. Known(act)]);
        var note = members.TextOrNull("note", LongestText);
        return act switch
        {
            TaskAct.Registered or TaskAct.Amended => new TaskFacts(PlanIn(members), Note: note),
            TaskAct.Reached => new TaskFacts(Step: (int)members.WholeIn("step", 1, MostSteps), Note: note),
            TaskAct.Progressed => new TaskFacts(Amount: new TaskAmount(members.Whole("value"), members.OneOf("qualifier", MilestoneQualifiers.Parse, MilestoneQualifiers.All) ?? MilestoneQualifier.Exact), Note: note),
            // A delay without a reason is a silent one.
            TaskAct.Explained => new TaskFacts(Week: WeekIn(members, "week"), Note: members.Text("note", LongestText)),
            TaskAct.NoticeBegun or TaskAct.NoticeEnded => new TaskFacts(Note: note, Notice: NoticeAttemptJson.Read(members)),
            TaskAct.Done or TaskAct.Withdrawn => new TaskFacts(Note: note, Evidence: EvidenceIn(members)),
            TaskAct.Published => new TaskFacts(Note: note, Evidence: EvidenceIn(members), Survey: SurveyJson.Read(members)),
            _ => new TaskFacts(Note: note),
        };
    }

    private static string[] Known(TaskAct act) => act switch
    {
        TaskAct.Registered or TaskAct.Amended => OfPlan,
        TaskAct.Reached => ["step", "note"],
        TaskAct.Progressed => ["value", "qualifier", "note"],
        TaskAct.Explained => ["week", "note"],
        TaskAct.NoticeBegun or TaskAct.NoticeEnded => ["notice", "note"],
        TaskAct.Done or TaskAct.Withdrawn => OfEvidence,
        TaskAct.Published => [.. OfEvidence, .. SurveyJson.Members],
        _ => ["note"],
    };

    private static TaskPlan PlanIn(ItemMembers members)
    {
        var lead = LeadIn(members);
        return new TaskPlan(
            members.OneOf("kind", TaskKinds.Parse, TaskKinds.Words) ?? throw Missing("kind", TaskKinds.Words),
            members.Text("title", LongestText),
            lead,
            SupportsIn(members, lead),
            members.Text("officer"),
            members.Text("goal", LongestText),
            WeekIn(members, "due"),
            members.Text("standard", LongestText),
            [.. StepsIn(members).OrderBy(static step => step.Week)],
            DifficultyIn(members),
            QuantityIn(members),
            members.TextOrNull("document", LongestText),
            OriginIn(members));
    }

    // Two units that answer for one task are none.
    private static UnitPath LeadIn(ItemMembers members) => members.Raw("lead") is { ValueKind: JsonValueKind.Array }
        ? throw new ItemFaultException(Reasons.TwoLeads, "lead must be one unit: an entry has exactly one 牵头单位, and any number of supporting ones.")
        : members.Unit("lead");

    private static ImmutableArray<UnitPath> SupportsIn(ItemMembers members, UnitPath lead)
    {
        var units = members.Values("supports").Select(static json => json.ValueKind == JsonValueKind.String && UnitPath.TryParse(json.GetString(), out var unit) && !unit.IsLine
            ? unit
            : throw new ItemFaultException(Reasons.InvalidUnit, "supports must be paths of units.")).ToImmutableArray();
        var isSound = units.Length <= MostSupports && !units.Contains(lead) && units.Distinct().Count() == units.Length;
        return isSound ? units : throw new ItemFaultException(Reasons.InvalidMember, $"supports must be at most {MostSupports} units, each once, and the lead unit not among them.");
    }

    private static IsoWeek WeekIn(ItemMembers members, string name) => IsoWeek.TryParse(members.Text(name), out var week)
        ? week
        : throw new ItemFaultException(Reasons.NoSuchWeek, $"{name} must be an ISO week that its year has, such as 2026-W30.");

    private static TaskEvidence EvidenceIn(ItemMembers members)
    {
        const string remedy = "a date such as 2026-03-31, from 1992 on";
        var isDay = BusinessDay.TryParse(members.Text("date"), out var day) && day.StartMs >= Rfc3339.EarliestMs;
        return isDay ? new TaskEvidence(day, members.Text("document")) : throw new ItemFaultException(Reasons.InvalidMember, $"date must be {remedy}.");
    }

    private static IEnumerable<TaskStep> StepsIn(ItemMembers members)
    {
        var steps = members.Values("steps").ToList();
        if (steps.Count > MostSteps) throw new ItemFaultException(Reasons.InvalidMember, $"steps must be at most {MostSteps}.");
        foreach (var json in steps)
        {
            if (json.ValueKind != JsonValueKind.Object) throw new ItemFaultException(Reasons.InvalidMember, "steps must be objects with week and text.");
            var step = new ItemMembers(json, "steps.");
            step.RefuseOthersThan("week", "text");
            yield return new TaskStep(WeekIn(step, "week"), step.Text("text"));
        }
    }

    private static Difficulty? DifficultyIn(ItemMembers members)
    {
        if (members.Object("difficulty") is not { } difficulty) return null;
        difficulty.RefuseOthersThan("thousandths", "owner", "version");
        return new Difficulty((int)difficulty.WholeIn("thousandths", 1, MostThousandths), difficulty.Text("owner"), difficulty.Text("version"));
    }

    private static TaskQuantity? QuantityIn(ItemMembers members)
    {
        if (members.Object("quantity") is not { } quantity) return null;
        quantity.RefuseOthersThan("target", "byMonth");
        var target = quantity.Whole("target");
        ImmutableArray<long> byMonth = [.. quantity.Values("byMonth").Select(static json => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var number) ? number : -1)];
        var isDecomposed = byMonth.Length == MonthsOfAYear && byMonth[0] >= 0 && byMonth[^1] == target && byMonth.Zip(byMonth.Skip(1)).All(static pair => pair.First <= pair.Second);
        return target > 0 && (byMonth.IsEmpty || isDecomposed)
            ? new TaskQuantity(target, byMonth)
            : throw new ItemFaultException(Reasons.InvalidMember, "quantity must be a target of 1 or more; byMonth is left out, or has twelve numbers in all that never fall and end at the target.");
    }

    private static TaskOrigin? OriginIn(ItemMembers members) => members.TextOrNull("origin") is not { } text
        ? null
        : TaskOrigin.Parse(text) ?? throw new ItemFaultException(Reasons.InvalidMember, "origin must be review:UNIT:ID, cases:UNIT, silence:UNIT or silence:UNIT:SOURCE.");

    private static ItemFaultException Missing(string name, string remedy) => new(Reasons.MissingMember, $"{name} is missing: it must be {remedy}.");
}
