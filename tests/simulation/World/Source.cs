using OpsBoard.Events;

namespace OpsBoard.Simulation;

/// <summary>
/// A sending system. It sends what has happened until it was answered, in batches cut anew each time, in any order, and now and then
/// also what was answered long ago.
/// </summary>
internal sealed class Source(World world, List<ServiceEvent> events)
{
    private readonly List<ServiceEvent> _answered = [];

    public bool IsDone => events.Count == 0;

    public void Send()
    {
        var batch = new List<ServiceEvent>();
        for (var most = world.Dice.Between(1, 8); most > 0 && events.Count > 0; most--)
        {
            var next = events[world.Dice.Below(events.Count)];
            if (next.OccurredMs <= world.Schedule.NowMs + world.AheadMs) batch.Add(next);
        }

        if (_answered.Count > 0 && world.Dice.Chance(0.2)) batch.Add(_answered[world.Dice.Below(_answered.Count)]);
        if (batch.Count > 0) Send(batch);
        world.Schedule.After(world.Dice.Between(50, 2_500), Send);
    }

    public void SendAll()
    {
        if (events.Count > 0) Send([.. events]);
    }

    private void Send(List<ServiceEvent> batch) => world.Network.Travel(() => world.Intake.Receive(batch, () => world.Network.Travel(() => Answered(batch))));

    private void Answered(List<ServiceEvent> batch)
    {
        foreach (var fact in batch)
        {
            if (events.Remove(fact)) _answered.Add(fact);
        }
    }
}
