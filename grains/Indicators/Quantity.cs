namespace OpsBoard.Indicators;

/// <summary>A whole number that can be part of an indicator: a counter, a gauge or a count of registered units.</summary>
/// <param name="Name">As the files and the bodies write it: <c>completedOfAccepted</c>.</param>
/// <param name="FollowsCalendar">True: it depends on which days are working days.</param>
public sealed record Quantity(string Name, bool FollowsCalendar, Func<Measures, long> Read);
