using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>A window as the running transaction leaves it.</summary>
internal sealed class WindowRow(long id, UnitPath path, long version, long lastEventMs, BusinessDay? firstLiveDay, bool hasCorrections, bool hasLeftOut, LocalTerms terms)
{
    // Many rows are held between transactions, and few are in one.
    private Dictionary<(SubjectKind Kind, string Id), OpenSubject?>? _open;
    private Dictionary<BusinessDay, TallyBuilder>? _cells;

    public long Id => id;

    public UnitPath Path => path;

    public LocalTerms Terms => terms;

    public string County => path.Parent.Parent.ToString();

    public long Version { get; private set; } = version;

    public long LastEventMs { get; private set; } = lastEventMs;

    /// <summary>The first day on which an event came on the day that it happened; what lies before is history that was imported.</summary>
    public BusinessDay? FirstLiveDay { get; private set; } = firstLiveDay;

    /// <summary>Most windows never see one; so most events need not be asked for theirs.</summary>
    public bool HasCorrections { get; set; } = hasCorrections;

    /// <summary>Changes of sealed days wait or were refused; in most windows there are none.</summary>
    public bool HasLeftOut { get; set; } = hasLeftOut;

    public bool IsTouched { get; private set; }

    /// <summary>The item catalogue that is at home here was changed: it is summed over all days, so no cell tells it alone.</summary>
    public bool HasOtherItems { get; set; }

    /// <summary>The subjects whose waiting the transaction changes, as it leaves them; null for those that wait for nothing any more.</summary>
    public Dictionary<(SubjectKind Kind, string Id), OpenSubject?> Open => _open ??= [];

    /// <summary>The cells that the transaction changes, by business day.</summary>
    public Dictionary<BusinessDay, TallyBuilder> Cells => _cells ??= [];

    /// <summary>The window as the next transaction finds it.</summary>
    public WindowRow Next() => new(id, path, Version, LastEventMs, FirstLiveDay, HasCorrections, HasLeftOut, terms);

    /// <summary>The first change of a transaction raises the version; all events of the transaction share it.</summary>
    public void Touch()
    {
        if (!IsTouched) Version++;
        IsTouched = true;
    }

    /// <summary>A catalogue says nothing of the window's life: its events are not heard.</summary>
    public void Hear(ServiceEvent fact, BusinessDay today)
    {
        Touch();
        if (fact.SubjectKind == SubjectKind.Item) return;
        LastEventMs = Math.Max(LastEventMs, fact.OccurredMs);
        if (fact.Day >= today) FirstLiveDay ??= today;
    }
}
