using Microsoft.AspNetCore.WebUtilities;

namespace OpsBoard.Web.Intake;

/// <summary>The request as a whole cannot be read; nothing of it was stored. The message is told to the sender and repeats no bytes of the body.</summary>
internal sealed class RequestRefusedException(int status, string detail) : Exception(detail)
{
    public int Status => status;

    public IResult ToResult() => TypedResults.Problem(Message, statusCode: status, title: ReasonPhrases.GetReasonPhrase(status));
}
