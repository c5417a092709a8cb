using System.Text.Json;

namespace OpsBoard.Web.Tests.Intake;

/// <summary>An answer of the intake as a sender sees it.</summary>
internal sealed record IntakeReply(int Status, string? ContentType, TimeSpan? RetryAfter, string Body)
{
    public (int Accepted, int Duplicate, int Conflict, int Rejected) Counts =>
        (Number("accepted"), Number("duplicate"), Number("conflict"), Number("rejected"));

    /// <summary>index, id, status and reason of each result, with a dash for what is not said; semicolons between the results.</summary>
    public string Results => string.Join("; ", Root.GetProperty("results").EnumerateArray()
        .Select(static result => string.Join(' ', Said(result, "index"), Said(result, "id"), Said(result, "status"), Said(result, "reason"))));

    /// <summary>Why the whole request was refused.</summary>
    public string Reason => Root.GetProperty("reason").GetString()!;

    public string Detail => Root.GetProperty("detail").GetString()!;

    private JsonElement Root => JsonSerializer.Deserialize<JsonElement>(Body);

    public static async Task<IntakeReply> Of(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        response.Content.Headers.ContentType?.MediaType,
        response.Headers.RetryAfter?.Delta,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    private int Number(string member) => Root.GetProperty(member).GetInt32();

    private static string Said(JsonElement result, string member) => result.TryGetProperty(member, out var value) ? value.ToString() : "-";
}
