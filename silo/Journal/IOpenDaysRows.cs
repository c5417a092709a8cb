using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>What a recount of the open days reads, window after window; used by one caller at a time. A window's events and cells are of one instant.</summary>
internal interface IOpenDaysRows : IDisposable
{
    /// <summary>All windows, in path order.</summary>
    List<StoredWindow> Windows();

    /// <summary>The events of those subjects of a window to which something happened in a span of time; subject after subject.</summary>
    /// <param name="all">All subjects of the kind, whenever.</param>
    IEnumerable<List<StoredEvent>> Subjects(long window, SubjectKind kind, long fromMs, long toMs, bool all);

    /// <summary>The corrections of a window by the id of the event that they correct.</summary>
    ILookup<string, StoredEvent> Corrections(long window);

    /// <summary>What is in no cell, because it waits or was refused.</summary>
    IEnumerable<Mark> LeftOut(long window);

    /// <summary>The cells of a window on days from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    Dictionary<BusinessDay, Tally> Cells(long window, BusinessDay first, BusinessDay last);
}
