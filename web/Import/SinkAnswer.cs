using OpsBoard.Events;

namespace OpsBoard.Web.Import;

/// <summary>What became of one event.</summary>
/// <param name="Rejection">Why it was refused; null with every other verdict.</param>
public readonly record struct SinkAnswer(Verdict Verdict, Rejection? Rejection = null);
