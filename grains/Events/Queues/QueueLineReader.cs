using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OpsBoard.Units;

namespace OpsBoard.Events.Queues;

/// <summary>
/// Turns a line of a queue machine into an event or a rejection. The event is judged like any other; its id is made of what the line says,
/// so the same line is the same event whenever and however often it comes.
/// </summary>
/// <param name="strict">Throws on bytes that are none of its text.</param>
public sealed class QueueLineReader(QueueMachines machines, Encoding strict, DateTimeOffset now)
{
    /// <param name="line">Without its end.</param>
    public Reading Read(ReadOnlySpan<byte> line)
    {
        string text;
        try
        {
            text = strict.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            return Refused(new Rejection(Reasons.IllFormedText, $"The line is not {strict.WebName}: send the text as content-type says."));
        }

        return QueueLine.Read(text, out var read) is { } fault ? Refused(fault) : Read(read!);
    }

    private Reading Read(QueueLine line)
    {
        var id = IdOf(line);
        if (machines.Find(line.Machine) is not { } machine) return Refused(new Rejection(Reasons.UnknownMachine, "machine is not in queue-machines.json: add it there, and send the line again."), id, line.Dropped);
        if (UnitOf(line, machine, out var unit) is { } fault) return Refused(fault, id, line.Dropped);

        var envelope = new Envelope();
        envelope.Set(AttributeName.SpecVersion, "1.0"u8.ToArray());
        envelope.Set(AttributeName.Id, Encoding.UTF8.GetBytes(id));
        envelope.Set(AttributeName.Source, Encoding.UTF8.GetBytes(machine.Source));
        envelope.Set(AttributeName.Type, Encoding.UTF8.GetBytes(EventKinds.TypeOf(KindOf(line.Code))));
        envelope.Set(AttributeName.Subject, Encoding.UTF8.GetBytes(unit.ToString()));
        envelope.Set(AttributeName.Time, Encoding.UTF8.GetBytes(Rfc3339.Write(line.OccurredMs)));
        envelope.SetData(DataOf(line, machine));
        return EventReader.Read(envelope, now) with { Dropped = line.Dropped };
    }

    private static Reading Refused(Rejection rejection, string? id = null, int dropped = 0) => new(null, rejection, id, dropped);

    // As it stands in the line, so that whoever has the line finds its event. No field holds a bar.
    private static string IdOf(QueueLine line) => string.Create(CultureInfo.InvariantCulture, $"{(int)line.Code}|{line.Machine}|{line.Window}|{line.Ticket}|{line.OccurredMs}");

    private static EventKind KindOf(QueueCode code) => code switch
    {
        QueueCode.Ticket => EventKind.TicketIssued,
        QueueCode.Call => EventKind.TicketCalled,
        QueueCode.Start => EventKind.ServiceStarted,
        QueueCode.End => EventKind.ServiceEnded,
        QueueCode.Rating => EventKind.ReviewSubmitted,
        QueueCode.Abandon => EventKind.TicketAbandoned,
        QueueCode.Pause => EventKind.WindowPaused,
        QueueCode.Resume => EventKind.WindowResumed,
        _ => EventKind.WindowHeartbeat,
    };

    // A ticket waits, is called and is given up in one place, since all that is counted of it is counted there; it is served at the window.
    private static Rejection? UnitOf(QueueLine line, QueueMachine machine, out UnitPath unit)
    {
        unit = default;
        if (line.Code is QueueCode.Ticket or QueueCode.Call or QueueCode.Abandon)
        {
            if (IsUnknown(line, machine)) return new Rejection(Reasons.UnknownBusiness, "business is not listed for the machine in queue-machines.json: add it there, and send the line again.");
            if ((machine.Businesses.GetValueOrDefault(line.Business)?.Queue ?? machine.Queue) is { } queue) return Found(queue, out unit);
        }

        if (line.Window.Length > 0)
        {
            return machine.Windows.TryGetValue(line.Window, out unit)
                ? null
                : new Rejection(Reasons.UnknownWindow, "window is not listed for the machine in queue-machines.json: add it there, and send the line again.");
        }

        return line.Code == QueueCode.Heartbeat && machine.Queue is { } place
            ? Found(place, out unit)
            : new Rejection(Reasons.MissingWindow, "window is empty: it must be the window's number, or the machine needs a queue in queue-machines.json.");
    }

    private static Rejection? Found(UnitPath place, out UnitPath unit)
    {
        unit = place;
        return null;
    }

    private static bool IsUnknown(QueueLine line, QueueMachine machine) =>
        line.Business.Length > 0 && machine.Businesses.Count > 0 && !machine.Businesses.ContainsKey(line.Business);

    private static ReadOnlyMemory<byte> DataOf(QueueLine line, QueueMachine machine)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        if (line.Stars is { } stars)
        {
            json.WriteString("review", line.Ticket.Length > 0 ? TicketOf(line) : IdOf(line));
            json.WriteNumber("stars", stars);
            if (line.ByDefault) json.WriteBoolean("byDefault", true);
        }
        else if (line.Ticket.Length > 0)
        {
            json.WriteString("ticket", TicketOf(line));
        }

        if (line.Code == QueueCode.Ticket && machine.Businesses.GetValueOrDefault(line.Business)?.Item is { } item) json.WriteString("item", item);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    // Numbers of tickets begin anew each day, and each machine has its own.
    private static string TicketOf(QueueLine line) => $"{line.Machine}-{BusinessDay.Of(line.OccurredMs)}-{line.Ticket}";
}
