namespace OpsBoard.Web.Access;

/// <summary>How much a caller may send.</summary>
/// <param name="EventsPerSecond">In the long run, 1 or more.</param>
/// <param name="Burst">Events at once after a pause; never less than one full request.</param>
public readonly record struct CallerRate(int EventsPerSecond, int Burst);
