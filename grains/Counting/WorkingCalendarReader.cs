using System.Globalization;
using System.Text.Json;
using OpsBoard.Configuration;
using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>
/// Reads <c>calendar.json</c>: <c>{"version":1,"years":[{"year":2026,"source","complete","note"?,"off":["2026-01-01..2026-01-03","2026-06-10"],"worked"?:["2026-01-04"]}]}</c>.
/// </summary>
public static class WorkingCalendarReader
{
    private const int Version = 1;

    /// <exception cref="ConfigurationException">The file cannot be read, or a day in it is wrong; the message names its line.</exception>
    public static WorkingCalendar ReadFile(string file) => Read(ConfigurationEntry.ReadFile(file));

    /// <exception cref="ConfigurationException">A year or a day is wrong; the message names its line.</exception>
    public static WorkingCalendar Read(ConfigurationEntry file)
    {
        if (file.Read<Draft>().Version != Version) throw file.Mistake($"\"version\" is {Version}.");
        var days = new Dictionary<BusinessDay, bool>();
        var years = new Dictionary<int, CalendarYear>();
        foreach (var entry in file.List("years"))
        {
            var draft = entry.Read<YearDraft>();
            var year = YearOf(draft, entry);
            if (!years.TryAdd(year.Year, year)) throw entry.Mistake($"the year {year.Year} is given twice; keep one of the two.");
            foreach (var off in entry.List("off")) TakeOff(off, year.Year, days);
            foreach (var worked in draft.Worked is null ? [] : entry.List("worked")) Exchange(worked, year.Year, days);
        }

        return new WorkingCalendar(days, years.Values);
    }

    private static CalendarYear YearOf(YearDraft draft, ConfigurationEntry entry)
    {
        if (draft.Year is not (>= 1992 and <= 2100)) throw entry.Mistake("\"year\" is a year from 1992 to 2100.");
        if (string.IsNullOrWhiteSpace(draft.Source)) throw entry.Mistake($"the year {draft.Year} needs \"source\": the document that orders its days off.");
        if (draft.Complete is null) throw entry.Mistake($"the year {draft.Year} needs \"complete\": false until its yearly notice is entered.");
        return new CalendarYear(draft.Year.Value, draft.Source, draft.Complete.Value, draft.Note);
    }

    private static void TakeOff(ConfigurationEntry entry, int year, Dictionary<BusinessDay, bool> days)
    {
        var ends = entry.Read<string>().Split("..").Select(text => DayOf(text, year, entry)).ToArray();
        if (ends is not ([_] or [_, _])) throw entry.Mistake("\"off\" is a date such as \"2026-10-01\" or a range such as \"2026-10-01..2026-10-07\".");
        if (ends[0] > ends[^1]) throw entry.Mistake($"the range ends before it begins; write {ends[^1]}..{ends[0]}.");
        for (var day = ends[0]; day <= ends[^1]; day = day.Next)
            if (!days.TryAdd(day, false)) throw entry.Mistake($"{day} is in an earlier range too; let the ranges not overlap.");
    }

    private static void Exchange(ConfigurationEntry entry, int year, Dictionary<BusinessDay, bool> days)
    {
        var day = DayOf(entry.Read<string>(), year, entry);
        if (days.TryGetValue(day, out var isWorked)) throw entry.Mistake($"{day} is {(isWorked ? "worked already" : "a day off too")}; keep one of the two.");
        if (WorkingCalendar.MondayToFriday.IsWorkingDay(day)) throw entry.Mistake($"{day} is a {day.Date.DayOfWeek}, which is worked anyway; only Saturdays and Sundays are worked in exchange.");
        days.Add(day, true);
    }

    private static BusinessDay DayOf(string text, int year, ConfigurationEntry entry)
    {
        if (!BusinessDay.TryParse(text.Trim(), out var day)) throw entry.Mistake($"\"{text}\" is no date; write it as \"{year.ToString(CultureInfo.InvariantCulture)}-10-01\".");
        return day.Date.Year == year ? day : throw entry.Mistake($"{day} is not in {year}; list it under its own year.");
    }

    private sealed record Draft(int? Version, JsonElement? Years);

    private sealed record YearDraft(int? Year, string? Source, bool? Complete, string? Note, JsonElement? Off, JsonElement? Worked);
}
