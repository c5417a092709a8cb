using OpsBoard.Board;
using OpsBoard.Embedded;

namespace OpsBoard.Simulation;

/// <summary>Stands beside one activation and sees what it shows, before anything of it can get lost.</summary>
internal sealed class Spy(World world, Activation activation) : IBoardObserver
{
    public void OnBoardChanged(BoardState board)
    {
        if (activation.Node.Kind == Units.UnitKind.Window) world.Witness.ShownByWindow(activation, board);
        else world.Witness.Shown(activation, board);
    }
}
