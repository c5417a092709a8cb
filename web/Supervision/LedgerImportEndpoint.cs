using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using OpsBoard.Journal;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Board;
using OpsBoard.Web.Import;
using OpsBoard.Web.Screens.Supervision;

namespace OpsBoard.Web.Supervision;

/// <summary>
/// Brings a table into the ledger: <c>POST /api/v1/supervision/import?scope=&amp;table=entries|duties|surveys</c> takes it as <c>text/csv</c> and tells what became of its rows;
/// the form of the page takes it as a file and shows the same.
/// </summary>
internal static class LedgerImportEndpoint
{
    public const string Path = $"{LedgerEndpoint.Path}/import";
    public const string FormPath = "/supervision/import";

    // Some 10,000 rows.
    private const int MostBytes = 4 << 20;

    public static async Task<IResult> Take(string? table, HttpContext http, LedgerImport import, AuditTrail trail)
    {
        if (TaskTables.Find(table) is not { } read) return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "Unknown table", $"Known: {TaskTables.Names}.");
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !type.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase))
            return UnitEndpoint.Problem(StatusCodes.Status415UnsupportedMediaType, "Not CSV", "A ledger is text/csv in UTF-8.");
        if (await BytesOf(http.Request.Body, http.RequestAborted) is not { } bytes)
            return UnitEndpoint.Problem(StatusCodes.Status413PayloadTooLarge, "Too large", $"A table has at most {MostBytes} bytes: import it in parts.");
        try
        {
            return UnitEndpoint.Json(Body(await Run(http, import, read, trail, bytes)));
        }
        catch (ImportException fault)
        {
            return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "No ledger", fault.Message);
        }
        catch (JournalUnavailableException fault)
        {
            return UnitEndpoint.Problem(StatusCodes.Status503ServiceUnavailable, "Not stored", $"{fault.Message} Import the same again later.");
        }
    }

    /// <summary>Fields <c>file</c> and <c>table</c>.</summary>
    public static async Task<IResult> TakeForm(string? scope, HttpContext http, IAntiforgery antiforgery, LedgerImport import, AuditTrail trail)
    {
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form.Files["file"] is not { } file || TaskTables.Find(form["table"]) is not { } table) return Results.BadRequest();
        await using var stream = file.OpenReadStream();
        try
        {
            return await BytesOf(stream, http.RequestAborted) is { } bytes
                ? Shown(scope, await Run(http, import, table, trail, bytes), null)
                : Shown(scope, null, $"A table has at most {MostBytes} bytes: import it in parts.");
        }
        catch (Exception fault) when (fault is ImportException or JournalUnavailableException)
        {
            return Shown(scope, null, fault.Message);
        }
    }

    private static async Task<ImportReport> Run(HttpContext http, LedgerImport import, ITaskTable table, AuditTrail trail, MemoryStream bytes)
    {
        var principal = Principal.Of(http.User)!;
        using var text = new StreamReader(bytes, Encoding.UTF8);
        var report = await import.Run(text, table, principal, http.RequestAborted);
        trail.Note(principal.Id, AuditActions.LedgerImported, "ledger", $"{table.Name}, {report.Rows} rows: {report.New} new, {report.Known} known, {report.Conflicts.Count} in conflict, {report.Rejected.Count + report.Unreadable.Count} refused");
        return report;
    }

    private static RazorComponentResult<LedgerImportScreen> Shown(string? scope, ImportReport? report, string? fault) =>
        new(new Dictionary<string, object?> { [nameof(LedgerImportScreen.Scope)] = scope, [nameof(LedgerImportScreen.Report)] = report, [nameof(LedgerImportScreen.Fault)] = fault });

    private static async Task<MemoryStream?> BytesOf(Stream body, CancellationToken cancellation)
    {
        var bytes = new MemoryStream();
        var part = new byte[65_536];
        for (int read; (read = await body.ReadAsync(part, cancellation)) > 0;)
        {
            if (bytes.Length + read > MostBytes) return null;
            bytes.Write(part, 0, read);
        }

        bytes.Position = 0;
        return bytes;
    }

    private static ReadOnlyMemory<byte> Body(ImportReport report) => JsonBody.Write(json =>
    {
        json.WriteNumber("rows", report.Rows);
        json.WriteNumber("new", report.New);
        json.WriteNumber("known", report.Known);
        Write(json, "conflicts", report.Conflicts);
        Write(json, "rejected", report.Rejected);
        Write(json, "unreadable", report.Unreadable);
    });

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<ImportNote> notes)
    {
        json.WriteStartArray(name);
        foreach (var note in notes)
        {
            json.WriteStartObject();
            json.WriteNumber("line", note.Line);
            json.WriteString("text", note.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
