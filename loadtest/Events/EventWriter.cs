using System.Globalization;
using System.Text.Json;

namespace OpsBoard.LoadTest;

/// <summary>Writes an event as a structured CloudEvent; equal events give equal bytes.</summary>
internal static class EventWriter
{
    public static void Write(Utf8JsonWriter json, ServiceEvent told)
    {
        json.WriteStartObject();
        json.WriteString("specversion", "1.0");
        json.WriteString("id", told.Id);
        json.WriteString("source", told.Source);
        json.WriteString("type", Word(told.Type));
        json.WriteString("subject", told.Subject);
        WriteTime(json, "time", told.Time);
        json.WriteString("datacontenttype", "application/json");
        if (told.Number is { } number) WriteNumber(json, number);
        json.WriteStartObject("data");
        WriteData(json, told.Data);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static string Word(EventType type) => type switch
    {
        EventType.TicketIssued => "opsboard.ticket.issued",
        EventType.TicketCalled => "opsboard.ticket.called",
        EventType.TicketAbandoned => "opsboard.ticket.abandoned",
        EventType.TicketTransferred => "opsboard.ticket.transferred",
        EventType.ServiceStarted => "opsboard.service.started",
        EventType.ServiceEnded => "opsboard.service.ended",
        EventType.CaseAccepted => "opsboard.case.accepted",
        EventType.CaseSuspended => "opsboard.case.suspended",
        EventType.CaseResumed => "opsboard.case.resumed",
        EventType.CaseExtended => "opsboard.case.extended",
        EventType.CaseWithdrawn => "opsboard.case.withdrawn",
        EventType.CaseCompleted => "opsboard.case.completed",
        EventType.ReviewSubmitted => "opsboard.review.submitted",
        EventType.ReviewContacted => "opsboard.review.contacted",
        EventType.ReviewRectified => "opsboard.review.rectified",
        EventType.ReviewPublished => "opsboard.review.published",
        EventType.ReviewAppealed => "opsboard.review.appealed",
        EventType.WindowOpened => "opsboard.window.opened",
        EventType.WindowPaused => "opsboard.window.paused",
        EventType.WindowResumed => "opsboard.window.resumed",
        EventType.WindowClosed => "opsboard.window.closed",
        EventType.WindowHeartbeat => "opsboard.window.heartbeat",
        EventType.HotlineReceived => "opsboard.hotline.received",
        EventType.HotlineAnswered => "opsboard.hotline.answered",
        EventType.HotlineClosed => "opsboard.hotline.closed",
        EventType.ItemListed => "opsboard.item.listed",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static void WriteNumber(Utf8JsonWriter json, SequenceNumber number)
    {
        json.WriteString("stream", number.Stream);
        json.WriteString("epoch", number.Epoch.ToString(CultureInfo.InvariantCulture));
        json.WriteString("sequence", number.Sequence.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteData(Utf8JsonWriter json, EventData data)
    {
        WriteText(json, "ticket", data.Ticket);
        WriteText(json, "case", data.Case);
        WriteText(json, "item", data.Item);
        WriteText(json, "channel", data.Channel);
        WriteWhole(json, "trips", data.Trips);
        WriteFlag(json, "comprehensive", data.Comprehensive);
        WriteFlag(json, "instant", data.Instant);
        WriteWhole(json, "promisedDays", data.PromisedDays);
        WriteWhole(json, "legalDays", data.LegalDays);
        if (data.DueAt is { } due) WriteTime(json, "dueAt", due);
        WriteWhole(json, "days", data.Days);
        WriteText(json, "outcome", data.Outcome);
        WriteText(json, "review", data.Review);
        WriteWhole(json, "stars", data.Stars);
        WriteFlag(json, "byDefault", data.ByDefault);
        WriteText(json, "order", data.Order);
        WriteText(json, "reason", data.Reason);
        WriteFlag(json, "zeroTrip", data.ZeroTrip);
        WriteFlag(json, "crossProvince", data.CrossProvince);
        WriteFlag(json, "oneThing", data.OneThing);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static void WriteWhole(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } whole) json.WriteNumber(name, whole);
    }

    private static void WriteFlag(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag) json.WriteBoolean(name, flag);
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset time)
    {
        Span<char> text = stackalloc char[40];
        time.TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }
}
