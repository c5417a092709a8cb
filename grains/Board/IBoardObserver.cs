namespace OpsBoard.Board;

/// <summary>One for each web process and unit. What it is told is absolute and may be lost.</summary>
public interface IBoardObserver : IGrainObserver
{
    void OnBoardChanged(BoardState board);
}
