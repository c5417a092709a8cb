using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Simulation;

/// <summary>What the simulated province writes into: the model of the journal, or the journal itself.</summary>
internal interface IStore : IDisposable
{
    IJournal Journal { get; }

    /// <summary>One transaction at this instant of the writer's clock.</summary>
    IReadOnlyList<Verdict> Commit(IReadOnlyList<ServiceEvent> events, long nowMs);

    /// <summary>The process of the writer ends and begins anew.</summary>
    void Restart();

    /// <summary>What each day of the window counts, with the changes of sealed days that wait for approval.</summary>
    IEnumerable<(BusinessDay Day, Tally Tally)> Days(UnitPath window);
}
