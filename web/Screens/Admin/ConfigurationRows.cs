using System.Collections.Immutable;
using System.Globalization;
using OpsBoard.Counting;
using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Screens.Admin;

/// <summary>What is configured, as page and CSV print it: the rows of one table, in the order of the columns of <see cref="ConfigurationWords"/>.</summary>
internal static class ConfigurationRows
{
    public static IReadOnlyList<string> Of(Unit unit, Words words)
    {
        var own = ConfigurationWords.For(words);
        return
        [
            unit.Path.ToString(),
            words.Of(unit.Name),
            words.IsEnglish ? unit.Name.Zh : unit.Name.En,
            own.Levels.GetValueOrDefault(unit.Level, unit.Level),
            unit.PeerGroup ?? own.NotRanked,
            unit.Tile is not { } tile ? own.NoTile : tile == Tile.Apart ? own.Apart : string.Create(CultureInfo.InvariantCulture, $"{tile.Row}, {tile.Column}"),
            unit.Reporting ? own.Owes : own.OwesNothing,
            unit.Opening is { } opening ? Of(opening, own) : unit.Path.Kind == UnitKind.Province ? own.Always : own.AsAbove,
        ];
    }

    /// <summary>One row for each target, and one for an indicator without any.</summary>
    /// <param name="year">By whose targets the indicators are judged.</param>
    public static IEnumerable<IReadOnlyList<string>> Of(Indicator indicator, int year, Words words, Roster roster)
    {
        var own = ConfigurationWords.For(words);
        var (name, owner) = ($"{words.Of(indicator.Name)} v{indicator.Version}", words.Of(indicator.Owner));
        if (indicator.Targets.IsEmpty) return [[name, owner, "—", "—", own.NoTarget, "—", "—", "—"]];
        return indicator.Targets.Select(target => (string[])
        [
            name,
            owner,
            target.Unit is { } unit ? words.Of(roster.NameOf(unit)) : own.EveryUnit,
            target.Year?.ToString(CultureInfo.InvariantCulture) ?? own.Standing,
            IndicatorText.Of(target, indicator.IsRate),
            target.Document,
            target.Note is { } note ? words.Of(note) : "—",
            IsInForce(target, indicator, year, roster) ? own.InForce : own.Kept,
        ]);
    }

    public static IReadOnlyList<string> Of(Assessment assessment, Coefficient coefficient, Words words, Roster roster) =>
    [
        words.Of(assessment.Name),
        coefficient.Unit is { } unit ? words.Of(roster.NameOf(unit)) : coefficient.PeerGroup ?? "—",
        coefficient.Value.Cut(2).ToString("0.##", CultureInfo.InvariantCulture),
        words.Of(coefficient.Owner),
        coefficient.Version,
        coefficient.Document,
    ];

    public static IReadOnlyList<string> Of(CalendarYear year, WorkingCalendar calendar, Words words)
    {
        var own = ConfigurationWords.For(words);
        var (before, last) = (BusinessDay.Of(new DateOnly(year.Year - 1, 12, 31)), BusinessDay.Of(new DateOnly(year.Year, 12, 31)));
        return
        [
            year.Year.ToString(CultureInfo.InvariantCulture),
            Print.Digits(calendar.Between(before, last)),
            year.Source.Length == 0 ? "—" : year.Source,
            year.IsComplete ? own.Complete : own.Guessed,
            year.Note ?? "—",
        ];
    }

    public static IReadOnlyList<string> Of(KeyValuePair<BusinessDay, bool> day, Words words)
    {
        var own = ConfigurationWords.For(words);
        return [day.Key.ToString(), own.Weekdays[Weekday(day.Key)], day.Value ? own.Worked : own.Off];
    }

    /// <param name="unit">Null: wherever no unit has terms of its own.</param>
    public static IReadOnlyList<string> Of(UnitPath? unit, LocalTerms terms, Words words, Roster roster) =>
    [
        unit is { } path ? words.Of(roster.NameOf(path)) : ConfigurationWords.For(words).EveryUnit,
        $"{terms.OfficeFrom:HH:mm}–{terms.OfficeTo:HH:mm}",
        WorkingDays(terms.Reviews.ContactDays, words),
        WorkingDays(terms.Reviews.RectifyDays, words),
    ];

    private static bool IsInForce(Target target, Indicator indicator, int year, Roster roster) =>
        (target.Unit ?? roster.Provinces.FirstOrDefault()?.Path) is { } unit && ReferenceEquals(Indicator.InForce(indicator.TargetsFor(unit, year)), target);

    private static string WorkingDays(int days, Words words) => words.IsEnglish ? $"{days} working days" : $"{days} 个工作日";

    // Days of the same hours stand together: 周一至周五 08:30–12:00 14:30–17:30.
    private static string Of(Opening opening, ConfigurationWords own)
    {
        List<string> parts = [];
        for (var first = 0; first < opening.Week.Length;)
        {
            var last = first;
            while (last + 1 < opening.Week.Length && opening.Week[last + 1].SequenceEqual(opening.Week[first])) last++;
            var days = first == last ? own.Weekdays[first] : $"{own.Weekdays[first]}{own.Through}{own.Weekdays[last]}";
            parts.Add($"{days} {Of(opening.Week[first], own)}");
            first = last + 1;
        }

        if (opening.OpensOnHolidays) parts.Add(own.OnHolidays);
        if (opening.Exceptions.Count > 0) parts.Add(own.ExceptionsOf.Replace("{count}", Print.Digits(opening.Exceptions.Count), StringComparison.Ordinal));
        return string.Join(" · ", parts);
    }

    private static string Of(ImmutableArray<OpeningSpan> spans, ConfigurationWords own) =>
        spans.IsEmpty ? own.Closed : string.Join(' ', spans.Select(static span => $"{Of(span.From)}–{Of(span.To)}"));

    private static string Of(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}");

    private static int Weekday(BusinessDay day) => ((int)day.Date.DayOfWeek + 6) % 7;
}
