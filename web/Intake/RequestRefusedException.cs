using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace OpsBoard.Web.Intake;

/// <summary>The request as a whole is not taken; nothing of it was stored. The message is told to the sender and repeats no bytes of the body.</summary>
/// <param name="reason">One of <see cref="Refusals"/>.</param>
internal sealed class RequestRefusedException(int status, string reason, string detail) : Exception(detail)
{
    private const int MostJitterSeconds = 3;

    public int Status => status;

    public string Reason { get; } = reason;

    /// <summary>Under which reason operators see it, where that is not for the sender.</summary>
    public string CountedAs { get; init; } = reason;

    /// <summary>By the server's clock, for a sender whose own is wrong; null elsewhere.</summary>
    public DateTimeOffset? ServerTime { get; init; }

    /// <summary>When the same request may be taken; null where a repetition does not help.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The problem, and when to come back in the headers: 0 to 3 seconds later than need be, so that those who were refused together do not come back together.</summary>
    public ProblemHttpResult AnswerTo(HttpContext http)
    {
        if (RetryAfter is { } wait) http.Response.Headers.RetryAfter = $"{(int)Math.Ceiling(wait.TotalSeconds) + RandomNumberGenerator.GetInt32(MostJitterSeconds + 1)}";
        return TypedResults.Problem(Message, statusCode: status, title: ReasonPhrases.GetReasonPhrase(status), extensions: Extensions());
    }

    private List<KeyValuePair<string, object?>> Extensions()
    {
        List<KeyValuePair<string, object?>> all = [new("reason", Reason)];
        if (ServerTime is { } now) all.Add(new("serverTime", Board.JsonBody.Stamp(now)));
        return all;
    }
}
