using System.Text.Json;
using OpsBoard.Events;

namespace OpsBoard.Supervision.Notices;

/// <summary>An attempt as the journal keeps it. Nobody outside of the server says such a thing.</summary>
internal static class NoticeAttemptJson
{
    public static void Write(Utf8JsonWriter json, NoticeAttempt attempt)
    {
        json.WriteStartObject("notice");
        json.WriteString("step", attempt.Key.Step);
        json.WriteString("week", attempt.Key.Week.ToString());
        json.WriteString("receiver", attempt.Key.Receiver);
        json.WriteNumber("number", attempt.Number);
        json.WriteNumber("due", attempt.DueMs);
        if (attempt.IsSent is { } sent) json.WriteNumber("sent", sent ? 1 : 0);
        json.WriteEndObject();
    }

    public static NoticeAttempt? Read(ItemMembers members) => members.Object("notice") is { } notice && IsoWeek.TryParse(notice.Text("week"), out var week)
        ? new NoticeAttempt(
            new NoticeKey(notice.Text("step"), week, notice.Text("receiver")),
            (int)notice.WholeIn("number", 1, int.MaxValue),
            notice.WholeIn("due", 0, long.MaxValue),
            notice.Has("sent") ? notice.Whole("sent") == 1 : null)
        : null;
}
