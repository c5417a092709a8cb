using OpsBoard.Web.Intake;

namespace OpsBoard.Web.Follow;

/// <summary>What the server said to some lines.</summary>
/// <param name="Taken">Null when it took none of them.</param>
/// <param name="RetryAfter">When it wants to be asked again; null when it did not say.</param>
/// <param name="Trouble">Why it took none, in words for an operator.</param>
internal sealed record LineAnswer(IntakeAnswer? Taken, TimeSpan? RetryAfter, string? Trouble);
