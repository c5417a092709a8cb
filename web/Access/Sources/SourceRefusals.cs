using OpsBoard.Web.Intake;

namespace OpsBoard.Web.Access.Sources;

/// <summary>What somebody is told who is not, or not now, the source that he says he is.</summary>
internal static class SourceRefusals
{
    /// <param name="countedAs">For operators; the sender is told the same whatever was wrong.</param>
    public static RequestRefusedException Unauthorized(string countedAs) => new(
        StatusCodes.Status401Unauthorized,
        Refusals.Unauthorized,
        "The request does not prove which source it comes from: check the source's name, its key, and that exactly the bytes that are sent are signed.") { CountedAs = countedAs };

    /// <summary>Only who holds the secret learns that his clock is the fault.</summary>
    public static RequestRefusedException OtherTime(DateTimeOffset now) => new(
        StatusCodes.Status401Unauthorized,
        Refusals.ClockSkewed,
        "The signature is right, but webhook-timestamp is more than 5 minutes off the server's time: set your clock by serverTime, and sign each sending anew.") { ServerTime = now };
}
