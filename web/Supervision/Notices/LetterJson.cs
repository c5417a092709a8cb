using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpsBoard.Events;
using OpsBoard.Supervision;
using OpsBoard.Units;

namespace OpsBoard.Web.Supervision.Notices;

/// <summary>A notice as a CloudEvent: what a webhook is sent.</summary>
internal sealed class LetterJson(Roster roster, LetterText text)
{
    public const string Type = "opsboard.notice";
    public const string TestType = "opsboard.notice.test";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ReadOnlyMemory<byte> Write(Letter letter)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteString("specversion", "1.0");
        json.WriteString("id", letter.Identity);
        json.WriteString("source", "opsboard");
        json.WriteString("type", letter.IsTest ? TestType : Type);
        json.WriteString("subject", $"{letter.View.Task.Ledger}");
        json.WriteString("time", Rfc3339.Write(letter.Notice.DueMs));
        json.WriteString("datacontenttype", "application/json");
        json.WriteStartObject("data");
        WriteNotice(json, letter);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private void WriteNotice(Utf8JsonWriter json, Letter letter)
    {
        var (view, plan) = (letter.View, letter.Plan);
        json.WriteString("receiver", letter.Receiver.Id);
        json.WriteString("step", letter.Notice.Key.Step);
        json.WriteNumber("workingDays", letter.Notice.Days ?? 0);
        json.WriteString("sentAt", Rfc3339.Write(letter.At.ToUnixTimeMilliseconds()));
        json.WriteBoolean("late", letter.IsLate);
        json.WriteNumber("attempt", letter.Notice.Attempts + 1);
        json.WriteString("ledger", $"{view.Task.Ledger}");
        json.WriteString("task", view.Task.Id);
        json.WriteString("kind", TaskKinds.WordOf(plan.Kind));
        json.WriteString("title", plan.Title);
        json.WriteString("state", TaskStates.WordOf(view.State));
        json.WriteString("lead", $"{plan.Lead}");
        json.WriteString("leadName", roster.NameOf(plan.Lead).Zh);
        json.WriteString("officer", plan.Officer);
        json.WriteString("goal", plan.Goal);
        json.WriteString("due", $"{plan.Due}");
        if (view.EffectiveDue > plan.Due) json.WriteString("explainedTo", $"{view.EffectiveDue}");
        if (text.AddressOf(letter) is { } address) json.WriteString("address", address);
    }
}
