using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Simulation;

/// <summary>
/// The journal in memory: the product's counting rules under the promises of its transactions. A test holds it to the journal itself,
/// batch by batch. The item catalogue is left out.
/// </summary>
internal sealed class ModelStore(CountingTerms terms) : IStore
{
    private readonly Dictionary<(string Source, string Id), ServiceEvent> _events = [];
    private readonly SortedDictionary<UnitPath, ModelWindow> _windows = new(UnitPath.InOrder);
    private readonly ModelScratch _scratch = new();
    private ModelReader? _journal;
    private BusinessDay _today = new(0);
    private long _keptFromMs;

    public IJournal Journal => _journal ??= new ModelReader(_windows);

    public IReadOnlyList<Verdict> Commit(IReadOnlyList<ServiceEvent> events, long nowMs)
    {
        var today = BusinessDay.Of(nowMs);
        if (today > _today) Prune(today);
        var verdicts = new Verdict[events.Count];
        for (var i = 0; i < verdicts.Length; i++) verdicts[i] = Store(events[i], today);
        foreach (var window in _windows.Values) window.Finish();
        return verdicts;
    }

    /// <summary>Whatever is in here is what the disk holds.</summary>
    public void Restart()
    {
    }

    private void Prune(BusinessDay today)
    {
        _today = today;
        _keptFromMs = new BusinessDay(today.Number - terms.SealAfterDays).StartMs;
        foreach (var window in _windows.Values) window.Prune(_keptFromMs);
    }

    public IEnumerable<(BusinessDay Day, Tally Tally)> Days(UnitPath window) => _windows.TryGetValue(window, out var found) ? found.Days() : [];

    public void Dispose()
    {
    }

    private Verdict Store(ServiceEvent fact, BusinessDay today)
    {
        if (_events.TryGetValue((fact.Source, fact.Id), out var known)) return Same(known, fact) ? Verdict.Duplicate : Verdict.Conflict;
        _events[(fact.Source, fact.Id)] = fact;
        if (!_windows.TryGetValue(fact.Window, out var window))
        {
            _windows[fact.Window] = window = new ModelWindow(fact.Window, terms, _scratch);
            window.Prune(_keptFromMs);
        }

        window.Store(fact, today, (source, id) => _events.GetValueOrDefault((source, id)));
        return Verdict.Accepted;
    }

    private static bool Same(ServiceEvent known, ServiceEvent fact) => ReferenceEquals(known, fact) || known == fact;
}
