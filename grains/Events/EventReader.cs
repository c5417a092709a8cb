using System.Text.Json;

namespace OpsBoard.Events;

/// <summary>
/// Turns one item into an event or a rejection; pure. The order of the checks is fixed, and the first that fails is told:
/// <list type="number">
/// <item>structure of the whole item, unknown members too: an object, well-formed text, at most 16 levels, no member twice;</item>
/// <item>specversion, id, source, type, subject, time, datacontenttype, sequence with stream and epoch;
/// each of them: there, of its form, without control characters, not personal;</item>
/// <item>data: an object, then the members on the list of the kind, required ones first.</item>
/// </list>
/// </summary>
public static class EventReader
{
    /// <summary>Reads an item in the CloudEvents JSON format. Bytes that are not JSON are no object, and no exception.</summary>
    /// <param name="now">When it came: asked once for all items of a request, since a clock may cost more than what is read from it.</param>
    public static Reading Read(ReadOnlyMemory<byte> item, DateTimeOffset now)
    {
        try
        {
            return Read(Envelope.Read(item), now);
        }
        catch (JsonException)
        {
            return new Reading(null, new Rejection(Reasons.NotAnObject, "The item is not a JSON object."), null, 0);
        }
    }

    /// <summary>Reads an item whose attributes came apart from its data.</summary>
    public static Reading Read(Envelope envelope, DateTimeOffset now)
    {
        var draft = new EventDraft(envelope, now);
        var rejection = draft.Judge();
        return new Reading(rejection is null ? draft.ToEvent() : null, rejection, draft.Id, draft.Dropped) { Ahead = rejection?.Reason == Reasons.ClockAhead ? draft.Told : null };
    }
}
