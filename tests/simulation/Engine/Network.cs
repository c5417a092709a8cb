using OpsBoard.Board;
using OpsBoard.Embedded;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Simulation;

/// <summary>Carries what units, sources and walls tell one another; it loses, repeats, delays and overtakes as the faults of the run have it.</summary>
internal sealed class Network(World world)
{
    private const int AnswerWithinMs = 2_000;

    /// <summary>A call whose answer is waited for: after a while without one it fails, and nobody knows whether it arrived.</summary>
    public Task<BoardState> Ask(Activation? from, Node to, Func<IUnitGrain, Task<BoardState>> call)
    {
        var answer = new TaskCompletionSource<BoardState>();
        Travel(() => Deliver(from, to, call, answer));
        world.Schedule.After(AnswerWithinMs, () => GiveUp(from, answer));
        return answer.Task;
    }

    public void Touch(Node to, long version) => Travel(() => world.Route(to).Accept(new Turn(() => ((IUnitGrain)world.Speaker!.GrainInstance!).Touch(version))));

    public void Follow(Node to, WindowChange change) => Travel(() => world.Route(to).Accept(new Turn(() => ((IWindowGrain)world.Speaker!.GrainInstance!).Follow(change))));

    /// <summary>One message on its way: it may arrive never, once or twice, and in any order with others.</summary>
    public void Travel(Action arrive)
    {
        if (world.Dice.Chance(world.Faults.Loss)) return;
        Arrive(arrive);
        if (world.Dice.Chance(world.Faults.Duplication)) Arrive(arrive);
    }

    private void Arrive(Action arrive) => world.Schedule.After(world.Dice.Below(world.Faults.MostDelayMs + 1), () =>
    {
        world.Steps++;
        arrive();
    });

    private void Deliver(Activation? from, Node to, Func<IUnitGrain, Task<BoardState>> call, TaskCompletionSource<BoardState> answer)
    {
        var activation = world.Route(to);
        activation.Accept(new Turn(() => call((IUnitGrain)activation.GrainInstance!), ended => Travel(() => Answer(from, answer, (Task<BoardState>)ended))));
    }

    private static void Answer(Activation? from, TaskCompletionSource<BoardState> answer, Task<BoardState> given)
    {
        if (answer.Task.IsCompleted) return;
        Resume(from, () =>
        {
            if (given.IsCompletedSuccessfully) answer.TrySetResult(given.Result);
            else answer.TrySetException(given.Exception!.InnerException!);
        });
    }

    private static void GiveUp(Activation? from, TaskCompletionSource<BoardState> answer)
    {
        if (!answer.Task.IsCompleted) Resume(from, () => answer.TrySetException(new TimeoutException()));
    }

    private static void Resume(Activation? from, Action goOn)
    {
        if (from is null) goOn();
        else from.Resume(goOn);
    }
}
