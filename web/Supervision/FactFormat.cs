using System.Text.Json;
using OpsBoard.Events;
using OpsBoard.Supervision;

namespace OpsBoard.Web.Supervision;

/// <summary>Who told of a duty or a survey, as members of an object that is open.</summary>
internal static class FactFormat
{
    public static void WriteOrigin(Utf8JsonWriter json, TaskRecord record)
    {
        var told = record.Event;
        json.WriteString("by", $"{told.By}");
        json.WriteString("source", told.Source);
        json.WriteString("id", told.Id);
        json.WriteString("received", Rfc3339.Write(record.ReceivedMs));
        if (told.Facts.Note is { } note) json.WriteString("note", note);
    }
}
