using OpsBoard.Board;

namespace OpsBoard.Testing;

/// <summary>Waits for the first board that fulfils a condition.</summary>
internal sealed class BoardWatch(Func<BoardState, bool> until) : IBoardObserver
{
    private readonly TaskCompletionSource<BoardState> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A minute without it is missing evidence; nothing is concluded from how long it took.</summary>
    public Task<BoardState> Found => _found.Task.WaitAsync(TimeSpan.FromMinutes(1));

    public void OnBoardChanged(BoardState board)
    {
        if (until(board)) _found.TrySetResult(board);
    }
}
