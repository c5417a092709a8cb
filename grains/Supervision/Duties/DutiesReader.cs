using System.Collections.Immutable;
using OpsBoard.Configuration;
using OpsBoard.Indicators;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Duties;

/// <summary>
/// Reads <c>duties.json</c>: <c>{"version":1,"duties":[{"id","name","cycle","allowed"?:{"month","firstDay","lastDay"},"for"?:[…],"units"?:[…],"owner","document","from","noticeDays"?}]}</c>;
/// <c>for</c> names kinds of units. Where nothing is said, a duty is due 10 working days before the end of its time, one of a month 5.
/// </summary>
public static class DutiesReader
{
    private const int Version = 1;
    private const int MostNoticeDays = 60;
    private const int LongestId = 64;
    private const int Usual = 10;
    private const int UsualOfMonths = 5;

    private static readonly Dictionary<string, UnitKind> Kinds = new(StringComparer.Ordinal)
    {
        ["province"] = UnitKind.Province,
        ["county"] = UnitKind.County,
        ["department"] = UnitKind.Department,
        ["window"] = UnitKind.Window,
    };

    /// <exception cref="ConfigurationException">The file cannot be read or has a mistake; the message names file and line.</exception>
    public static DutyList ReadFile(string file) => ListOf(ConfigurationEntry.ReadFile(file));

    /// <exception cref="ConfigurationException">There is a mistake; the message names file and line.</exception>
    public static DutyList Read(ReadOnlyMemory<byte> json, string file) => ListOf(ConfigurationEntry.Parse(json, file));

    private static DutyList ListOf(ConfigurationEntry file)
    {
        if (file.Read<Draft>().Version != Version) throw file.Mistake($"\"version\" is {Version}.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var duties = ImmutableArray.CreateBuilder<Duty>();
        foreach (var entry in file.List("duties"))
        {
            var duty = DutyOf(entry, entry.Read<DutyDraft>());
            if (!seen.Add(duty.Id)) throw entry.Mistake($"the duty \"{duty.Id}\" is given twice; an id is given once.");
            duties.Add(duty);
        }

        return new DutyList(duties.ToImmutable());
    }

    private static Duty DutyOf(ConfigurationEntry entry, DutyDraft draft)
    {
        var cycle = entry.Choice(draft.Cycle, "cycle", Cycles.ByWord);
        ImmutableArray<UnitKind> kinds = [.. (draft.For ?? []).Select(word => entry.Choice(word, "for", Kinds))];
        ImmutableArray<UnitPath> units = [.. (draft.Units ?? []).Select(text => entry.Unit(text) is { IsLine: false } unit ? unit : throw entry.Mistake($"\"units\" \"{text}\" is a line; name its departments."))];
        if (kinds.IsEmpty && units.IsEmpty) throw entry.Mistake("a duty is for some units: give \"for\", such as [\"county\"], or \"units\".");
        return new Duty(
            entry.Id(draft.Id) is { Length: <= LongestId } id && id[0] != '-' && id[^1] != '-' ? id : throw entry.Mistake($"\"id\" has at most {LongestId} letters, and no hyphen at its ends."),
            entry.Both(draft.Name, "name"),
            cycle,
            draft.Allowed is { } allowed ? SpanOf(entry, allowed, cycle) : null,
            kinds,
            units,
            entry.Both(draft.Owner, "owner"),
            entry.Text(draft.Document, "document", "the document that sets the duty"),
            BusinessDay.Of(draft.From ?? throw entry.Mistake("\"from\" is missing: the first day from which it is judged, such as \"2026-01-01\".")),
            draft.NoticeDays switch
            {
                null => cycle == Cycle.Month ? UsualOfMonths : Usual,
                >= 0 and <= MostNoticeDays and { } days => days,
                _ => throw entry.Mistake($"\"noticeDays\" is 0 to {MostNoticeDays} working days."),
            });
    }

    private static DutySpan SpanOf(ConfigurationEntry entry, SpanDraft draft, Cycle cycle)
    {
        const int longestMonth = 31;
        var months = new CyclePeriod(cycle, 2000, 1).LastMonth;
        if (draft.Month is not { } month || month < 1 || month > months) throw entry.Mistake($"\"allowed.month\" is 1 to {months}, counted in the {Cycles.WordOf(cycle)}.");
        return draft is { FirstDay: >= 1 and { } first, LastDay: <= longestMonth and { } last } && first <= last
            ? new DutySpan(month, first, last)
            : throw entry.Mistake($"\"allowed.firstDay\" and \"allowed.lastDay\" are days of the month, 1 to {longestMonth}, the first not after the last.");
    }

    private sealed record Draft(int? Version, List<DutyDraft>? Duties);

    private sealed record DutyDraft(
        string? Id, Wording? Name, string? Cycle, SpanDraft? Allowed, List<string>? For, List<string>? Units, Wording? Owner, string? Document, DateOnly? From, int? NoticeDays);

    private sealed record SpanDraft(int? Month, int? FirstDay, int? LastDay);
}
