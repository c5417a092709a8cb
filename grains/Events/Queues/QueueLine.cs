using System.Globalization;

namespace OpsBoard.Events.Queues;

/// <summary>
/// One line of a queue machine: <c>code|machine|business|window|employee|ticket|epoch_ms|…</c>, or with the code right behind the time. Behind
/// them a rating has its stars, 1 to 5, and 1 if it was given by default. Everything else, the employee above all, goes no further than here.
/// </summary>
public sealed record QueueLine
{
    private const char Separator = '|';
    private const int Fields = 7;
    private const int LongestField = 32;
    private const int LongestTicket = 16;

    // Milliseconds of the years 2001 to 2286: seconds or a date would be read as something else.
    private const int TimeDigits = 13;

    private QueueLine()
    {
    }

    public string Machine { get; private init; } = "";

    /// <summary>Empty when the line names none.</summary>
    public string Business { get; private init; } = "";

    /// <summary>Empty when the line names none, which machines also write as 0.</summary>
    public string Window { get; private init; } = "";

    /// <summary>Empty when the line names none.</summary>
    public string Ticket { get; private init; } = "";

    /// <summary>Unix milliseconds.</summary>
    public long OccurredMs { get; private init; }

    /// <summary>Fields with something in them that were read by nobody: employees, names, identity numbers, telephones.</summary>
    public int Dropped { get; private init; }

    internal QueueCode Code { get; private init; }

    /// <summary>1 to 5; only of a rating.</summary>
    internal int? Stars { get; private init; }

    internal bool ByDefault { get; private init; }

    /// <summary>Reads a line without its end. What the numbers stand for is not asked here.</summary>
    /// <param name="line">Null when there is a rejection.</param>
    /// <returns>Null when the line is as it must be.</returns>
    public static Rejection? Read(string text, out QueueLine? line)
    {
        line = null;
        var fields = text.Split(Separator, StringSplitOptions.TrimEntries);
        if (fields.Length < Fields) return new Rejection(Reasons.MalformedLine, "A line is code|machine|business|window|employee|ticket|epoch_ms, with what else there is behind.");
        if (InOrder(fields) is not var (code, head, rest)) return new Rejection(Reasons.UnknownCode, $"The code, first or right behind the time, is one of {string.Join(", ", Enum.GetValues<QueueCode>().Select(static known => (int)known))}.");
        var (machine, business, window, employee, ticket, time) = (head[0], head[1], head[2] is "0" ? "" : head[2], head[3], head[4], head[5]);
        if ((FormOf("machine", machine) ?? FormOf("business", business) ?? FormOf("window", window) ?? FormOfTicket(ticket, code)) is { } fault) return fault;
        if (machine.Length == 0) return new Rejection(Reasons.MalformedLine, "machine is empty: it must be the machine's number.");
        if (time.Length != TimeDigits || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var occurredMs))
            return new Rejection(Reasons.InvalidTime, "epoch_ms must be milliseconds since 1970 in UTC, 13 digits.");
        if (RatingOf(code, rest) is not var (stars, byDefault)) return new Rejection(Reasons.InvalidMember, "A rating has its stars behind the time, 1 to 5 with 5 for 非常满意, and behind them 1 if it was given by default.");

        var read = stars is null ? 0 : 2;
        line = new QueueLine
        {
            Code = code,
            Machine = machine,
            Business = business,
            Window = window,
            Ticket = ticket,
            OccurredMs = occurredMs,
            Stars = stars,
            ByDefault = byDefault,
            Dropped = rest.Skip(read).Prepend(employee).Count(static field => field.Length > 0),
        };
        return null;
    }

    /// <summary>The line with nothing in it that is not read: what may leave the hall.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(int)Code}|{Machine}|{Business}|{Window}||{Ticket}|{OccurredMs}{Rating}");

    private string Rating => Stars is null ? "" : string.Create(CultureInfo.InvariantCulture, $"|{Stars}|{(ByDefault ? 1 : 0)}");

    /// <summary>The code, the six fields from the machine to the time, and what stands behind; null where no code is found.</summary>
    private static (QueueCode Code, string[] Head, string[] Behind)? InOrder(string[] fields)
    {
        if (CodeOf(fields[0]) is { } first) return (first, fields[1..Fields], fields[Fields..]);
        return CodeOf(fields[Fields - 1]) is { } last ? (last, fields[..(Fields - 1)], fields[Fields..]) : null;
    }

    private static QueueCode? CodeOf(string field) =>
        int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Enum.IsDefined((QueueCode)number) ? (QueueCode)number : null;

    private static Rejection? FormOf(string name, string field)
    {
        if (PersonalData.IsIn(field)) return Personal(name);
        return field.Length <= LongestField && field.All(IsAllowed)
            ? null
            : new Rejection(Reasons.MalformedLine, $"{name} has at most {LongestField} letters and digits of ASCII, with - _ and . between them.");
    }

    private static Rejection? FormOfTicket(string ticket, QueueCode code)
    {
        if (PersonalData.IsIn(ticket)) return Personal("ticket");
        if (ticket.Length == 0) return IsOfTicket(code) ? new Rejection(Reasons.MissingMember, "ticket is empty: it must be the number on the ticket.") : null;
        // A name has no digit, and a ticket always has one.
        return ticket.Length <= LongestTicket && ticket.All(IsAllowed) && ticket.Any(char.IsAsciiDigit)
            ? null
            : new Rejection(Reasons.InvalidMember, $"ticket must be the number on the ticket: at most {LongestTicket} letters and digits of ASCII, one digit at least.");
    }

    private static Rejection Personal(string name) =>
        new(Reasons.PersonalData, $"{name} is shaped like an identity-card or telephone number: send the number on the ticket or machine instead.");

    private static bool IsOfTicket(QueueCode code) => code is QueueCode.Ticket or QueueCode.Call or QueueCode.Start or QueueCode.End or QueueCode.Abandon;

    private static bool IsAllowed(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.';

    private static (int? Stars, bool ByDefault)? RatingOf(QueueCode code, string[] rest)
    {
        if (code != QueueCode.Rating) return (null, false);
        if (rest is not [[>= '1' and <= '5' and var stars], ..]) return null;
        return rest.ElementAtOrDefault(1) switch
        {
            null or "" or "0" => (stars - '0', false),
            "1" => (stars - '0', true),
            _ => null,
        };
    }
}
