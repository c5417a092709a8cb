using System.Globalization;

namespace OpsBoard.Web.Tests.Figures;

/// <summary>
/// A department's row of the monthly bulletin of Jiyang's service hall for July 2023, and events that have its properties. In each row
/// instant and promised cases together are those completed. More completed than accepted means cases accepted in June; an instant
/// case ends on its day, so those are promised ones.
/// </summary>
internal sealed record BulletinRow(int Number, string Department, int Accepted, int Completed, int Instant, int Promised, int MeanWorkingDays, string EarlyRate, string OnTimeRate, int AfterHours)
{
    private const int PromisedDays = 10;

    // The working days of June and July 2023: a promised case of these days ends on one of July.
    private static readonly DateTimeOffset[] LastOfJune = [.. new[] { 28, 29, 30 }.Select(static day => Hall.At($"2023-06-{day} 10:00"))];
    private static readonly DateTimeOffset[] July = [.. Enumerable.Range(3, 29).Select(static day => Hall.At($"2023-07-{day:00} 10:00")).Where(IsWeekday)];

    public string Path => $"{Hall.County}/d{Number:00}";

    private int Carried => Completed - Accepted;

    public static BulletinRow Of(string line, int number)
    {
        var cells = line.Split(',');
        return new BulletinRow(number, cells[0], Whole(cells[1]), Whole(cells[2]), Whole(cells[3]), Whole(cells[4]), Whole(cells[6]), cells[7], cells[8], Whole(cells[9]));
    }

    public IEnumerable<object> Events() => InstantCases().Concat(PromisedCases());

    private IEnumerable<object> InstantCases() => Enumerable.Range(0, Instant).SelectMany(i =>
    {
        // After hours is half past six on a working day; the month is read in the evening of its last day.
        var at = July[i % (July.Length - 1)].AddMinutes(i < AfterHours ? 8.5 * 60 : i % 300);
        return Ends($"d{Number}-instant-{i}", i, at, at.AddMinutes(10), instant: true);
    });

    private IEnumerable<object> PromisedCases() => Enumerable.Range(0, Promised).SelectMany(i => i < Carried
        ? Ends($"d{Number}-june-{i}", i, LastOfJune[i % LastOfJune.Length], July[1 + (i % 3)])
        : Ends($"d{Number}-promised-{i}", i, July[i % 10], July[(i % 10) + MeanWorkingDays]));

    private IEnumerable<object> Ends(string @case, int i, DateTimeOffset accepted, DateTimeOffset completed, bool? instant = null) =>
    [
        HallEvent.Accepted(@case, $"{Path}/w0{1 + (i % 2)}", accepted, promisedDays: instant is null ? PromisedDays : null, instant: instant),
        HallEvent.Completed(@case, $"{Path}/w0{1 + (i % 2)}", completed),
    ];

    private static bool IsWeekday(DateTimeOffset day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static int Whole(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
