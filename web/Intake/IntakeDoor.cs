using Microsoft.AspNetCore.Http.HttpResults;
using OpsBoard.Journal;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Sources;
using OpsBoard.Web.Run;
using OpsBoard.Web.Telemetry;

namespace OpsBoard.Web.Intake;

/// <summary>Leads a request through the gates, in their order, and answers it: what became of its items, or the problem of the request as a whole.</summary>
internal sealed class IntakeDoor(IntakeGates gates, OpsBoardMetrics metrics, TimeProvider clock)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    /// <param name="open">Judges the headers alone, and says how the body is read.</param>
    /// <param name="take">Gives what was read to the journal before its first await.</param>
    public async Task<IResult> Take<T>(HttpContext http, Func<HttpRequest, BodyReader<T>> open, Func<IReadOnlyList<T>, Lane, Task<IntakeAnswer>> take)
    {
        var began = clock.GetTimestamp();
        try
        {
            var answer = await Admit(http, open, take);
            metrics.Judged(answer);
            metrics.Acknowledged(Lanes.Of(http.Request), clock.GetElapsedTime(began));
            return TypedResults.Json(answer, IntakeAnswer.Json);
        }
        catch (RequestRefusedException refusal)
        {
            return Refuse(http, refusal);
        }
        catch (JournalUnavailableException fault)
        {
            return Refuse(http, Unavailable(fault));
        }
    }

    private async Task<IntakeAnswer> Admit<T>(HttpContext http, Func<HttpRequest, BodyReader<T>> open, Func<IReadOnlyList<T>, Lane, Task<IntakeAnswer>> take)
    {
        var (lane, read, caller) = (Lanes.Of(http.Request), open(http.Request), Caller.Of(http));
        using var slot = gates.StartBody();
        using var body = await RequestBody.Read(http.Request, gates, sent => RequireProof(http, sent.Span), http.RequestAborted);
        using var place = gates.Enter(caller);
        var items = Judge(read, body.Bytes, count => gates.Charge(caller, lane, count));
        using var appending = Tracing.Source.StartActivity("append");
        var taking = take(items, lane);
        // The journal holds what it took: while it writes, another request may bring its body.
        body.Dispose();
        slot.Dispose();
        return await taking;
    }

    // Whoever came in without a key has nothing to prove: the policy of the endpoint let him in.
    private void RequireProof(HttpContext http, ReadOnlySpan<byte> sent)
    {
        var now = clock.GetUtcNow();
        switch (SourceClaim.Of(http)?.Prove(sent, now))
        {
            case SourceProof.WrongSignature: throw SourceRefusals.Unauthorized(Refusals.WrongSignature);
            case SourceProof.OtherTime: throw SourceRefusals.OtherTime(now);
        }
    }

    private static IReadOnlyList<T> Judge<T>(BodyReader<T> read, ReadOnlyMemory<byte> body, Action<int> charge)
    {
        using var judging = Tracing.Source.StartActivity("judge");
        return read(body, charge);
    }

    private ProblemHttpResult Refuse(HttpContext http, RequestRefusedException refusal)
    {
        metrics.Refused(refusal.CountedAs);
        return refusal.AnswerTo(http);
    }

    private static RequestRefusedException Unavailable(JournalUnavailableException fault) => fault.IsBusy
        ? new(StatusCodes.Status503ServiceUnavailable, Refusals.QueueFull, "More waits for the disk than the queue holds; nothing of the request was stored. Send the same again later.") { RetryAfter = Soon }
        : new(StatusCodes.Status503ServiceUnavailable, Refusals.JournalUnavailable, "The journal takes nothing at present; nothing of the request was stored. Send the same again later.") { RetryAfter = Soon };
}
