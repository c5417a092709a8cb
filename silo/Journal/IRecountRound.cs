using System.Collections.Immutable;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>
/// A recount of the whole journal in steps, each at an instant of its own: between two of them it can pause or stop, and never holds on to
/// an old state of the journal. Used by one caller at a time.
/// </summary>
public interface IRecountRound : IDisposable
{
    /// <summary>The windows that had reported when the round began, in path order.</summary>
    ImmutableArray<UnitPath> Windows { get; }

    /// <summary>Recounts a window, apart from the item catalogue, which belongs to its county.</summary>
    RecountResult Recount(UnitPath window);

    /// <summary>Recounts the item catalogue of a county, from its events and the cases for items that the windows' recounts compare.</summary>
    RecountResult RecountItems(UnitPath county);
}
