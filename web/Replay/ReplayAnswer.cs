namespace OpsBoard.Web.Replay;

/// <summary>A replayed frame, or why there is none.</summary>
/// <param name="Percent">While it is being opened: how much of the work is done.</param>
/// <param name="RetryAfter">In seconds, where asking again helps.</param>
public sealed record ReplayAnswer(ReplayOutcome Outcome, ReplayFrame? Frame = null, int Percent = 0, int? RetryAfter = null);
