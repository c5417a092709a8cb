using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>What can be read of a unit besides its board, under a word of its own at the end of the unit's address: <c>…/history</c>.</summary>
internal interface IUnitRead
{
    /// <summary>No unit may be called so, see <see cref="UnitPath"/>.</summary>
    string Name { get; }

    /// <summary>Who may read it: the board itself is for more people.</summary>
    string Policy { get; }

    Task<IResult> Read(UnitPath unit, HttpContext http);
}
