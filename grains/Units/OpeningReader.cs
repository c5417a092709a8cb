using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OpsBoard.Configuration;

namespace OpsBoard.Units;

/// <summary>
/// Reads a unit's <c>opening</c>: <c>{"week":[{"days":"1-5","spans":["08:30-12:00","14:30-17:30"]},{"days":"6-7","spans":["09:00-16:00"]}],
/// "holidays"?:"closed"|"open","closedOn"?:["2026-12-01"],"openOn"?:[{"date":"2026-12-05","spans":["09:00-12:00"]}]}</c>, days from 1
/// (Monday) to 7; <c>"days":"1-5","from":"08:30","to":"17:30"</c> stands for a week of one span.
/// Other members are left alone, so a newer file opens in an older program.
/// </summary>
internal static class OpeningReader
{
    private const string WeekForm = "\"week\" such as [{\"days\":\"1-5\",\"spans\":[\"08:30-12:00\",\"14:30-17:30\"]}]";

    /// <param name="where">The file and the unit, for the message of an error.</param>
    /// <returns>Null when the unit has none of its own.</returns>
    /// <exception cref="ConfigurationException">The calendar is wrong; the message names the member and the remedy.</exception>
    public static Opening? Read(JsonElement? opening, string where)
    {
        if (opening is not { ValueKind: not JsonValueKind.Null } json) return null;
        try
        {
            return OpeningOf(json.Deserialize<Draft>(JsonSerializerOptions.Web)!);
        }
        catch (JsonException fault)
        {
            throw new ConfigurationException($"{where}: \"opening\" is wrong at {fault.Path}: expected {WeekForm}, and \"closedOn\" such as [\"2026-12-01\"].", fault);
        }
        catch (FormatException fault)
        {
            throw new ConfigurationException($"{where}: \"opening\": {fault.Message}", fault);
        }
    }

    private static Opening OpeningOf(Draft draft) => new(WeekOf(draft), OpensOnHolidays(draft.Holidays), ExceptionsOf(draft));

    private static ImmutableArray<ImmutableArray<OpeningSpan>> WeekOf(Draft draft)
    {
        if (draft.Week is { Count: > 0 } && draft is { Days: null, From: null, To: null }) return WeekOf(draft.Week);
        if (draft.Week is null && draft is { Days: { } days, From: { } from, To: { } to }) return WeekOf([new WeekDraft(days, [$"{from}-{to}"])]);
        throw new FormatException($"needs either {WeekForm} or \"days\" with \"from\" and \"to\" such as \"1-5\", \"08:30\" and \"17:30\".");
    }

    private static ImmutableArray<ImmutableArray<OpeningSpan>> WeekOf(List<WeekDraft?> entries)
    {
        var week = new ImmutableArray<OpeningSpan>[7];
        Array.Fill(week, []);
        foreach (var entry in entries)
        {
            var (first, last) = DaysOf(entry?.Days);
            var read = SpansOf(entry?.Spans, $"\"days\":\"{entry?.Days}\"");
            for (var day = first; day <= last; day++)
            {
                if (!week[day - 1].IsEmpty) throw new FormatException($"day {day} of the week is given twice: put its spans into one entry of \"week\".");
                week[day - 1] = read;
            }
        }

        return [.. week];
    }

    private static (int First, int Last) DaysOf(string? days) => (days ?? "").Split('-') switch
    {
        [[>= '1' and <= '7' and var day]] => (day - '0', day - '0'),
        [[>= '1' and <= '7' and var first], [>= '1' and <= '7' and var last]] when first <= last => (first - '0', last - '0'),
        _ => throw new FormatException($"\"days\" is \"{days}\": expected \"1-5\" or \"6\", days from 1 (Monday) to 7."),
    };

    private static ImmutableArray<OpeningSpan> SpansOf(List<string?>? texts, string of)
    {
        if (texts is not { Count: > 0 }) throw new FormatException($"{of} needs \"spans\" such as [\"08:30-12:00\",\"14:30-17:30\"].");
        var spans = ImmutableArray.CreateBuilder<OpeningSpan>(texts.Count);
        foreach (var text in texts)
        {
            var span = SpanOf(text, of);
            if (spans is [.., var before] && span.From <= before.To)
                throw new FormatException($"{of}: the span \"{text}\" begins before or when the one before it ends: give them in order, and join those that touch.");
            spans.Add(span);
        }

        return spans.MoveToImmutable();
    }

    private static OpeningSpan SpanOf(string? text, string of)
    {
        if ((text ?? "").Split('-') is [var from, var to] && TimeOf(from) is { } begin && TimeOf(to) is { } end && begin < end) return new OpeningSpan(begin, end);
        throw new FormatException($"{of}: the span \"{text}\" is wrong: expected a time before another, such as \"08:30-12:00\"; a day ends at 24:00.");
    }

    private static TimeSpan? TimeOf(string text)
    {
        if (text == "24:00") return OpeningSpan.Midnight;
        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.ToTimeSpan() : null;
    }

    private static bool OpensOnHolidays(string? holidays) => holidays switch
    {
        null or "closed" => false,
        "open" => true,
        _ => throw new FormatException($"\"holidays\" is \"{holidays}\": expected \"closed\" or \"open\"."),
    };

    private static Dictionary<BusinessDay, ImmutableArray<OpeningSpan>> ExceptionsOf(Draft draft)
    {
        var closed = (draft.ClosedOn ?? []).Select(static date => (Day: DayOf(date, "closedOn"), Spans: ImmutableArray<OpeningSpan>.Empty));
        var open = (draft.OpenOn ?? []).Select(static date => (Day: DayOf(date?.Date, "openOn"), Spans: SpansOf(date?.Spans, $"\"date\":\"{date?.Date}\"")));
        var exceptions = new Dictionary<BusinessDay, ImmutableArray<OpeningSpan>>();
        foreach (var (day, spans) in closed.Concat(open))
            if (!exceptions.TryAdd(day, spans)) throw new FormatException($"{day} is given twice in \"closedOn\" and \"openOn\": leave one.");
        return exceptions;
    }

    private static BusinessDay DayOf(string? date, string member) =>
        BusinessDay.TryParse(date, out var day) ? day : throw new FormatException($"\"{member}\" holds \"{date}\": expected a date such as \"2026-12-01\".");

    private sealed record Draft(
        string? Days,
        string? From,
        string? To,
        List<WeekDraft?>? Week,
        string? Holidays,
        List<string?>? ClosedOn,
        List<DateDraft?>? OpenOn);

    private sealed record WeekDraft(string? Days, List<string?>? Spans);

    private sealed record DateDraft(string? Date, List<string?>? Spans);
}
