using OpsBoard.Board;
using OpsBoard.Embedded;

namespace OpsBoard.Simulation;

/// <summary>One who looks at a unit from another process: told over the network, and dropping what is not newer, as the relay of the screens does.</summary>
internal sealed class Wall(World world, Node node) : IBoardObserver
{
    private const int RenewEveryMs = 10_000;

    public Node Node => node;

    public BoardState? Shown { get; private set; }

    public bool IsGone { get; set; }

    public void OnBoardChanged(BoardState board) => world.Network.Travel(() => Take(board));

    public void Watch()
    {
        if (IsGone) return;
        _ = new Reference(world, node, null).Subscribe(this).ContinueWith(Answered, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        world.Schedule.After(RenewEveryMs, Watch);
    }

    private void Answered(Task<BoardState> answer)
    {
        if (answer.IsCompletedSuccessfully) Take(answer.Result);
    }

    private void Take(BoardState board)
    {
        if (IsGone || (Shown is not null && !board.Own.IsNewerThan(Shown.Own))) return;
        if (Shown is { } shown && board.Day == shown.Day && board.Version < shown.Version) world.Violate($"The wall of {node.Unit} showed version {shown.Version}, and then {board.Version}.");
        Shown = board;
    }
}
