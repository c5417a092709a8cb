using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>Raw events and what is kept beside them, all at one instant of the journal.</summary>
internal interface IStoredEvents
{
    /// <summary>The windows at or beneath the scope, of all when it is null; in path order.</summary>
    List<StoredWindow> Windows(UnitPath? scope);

    UnitPath PathOf(long window);

    /// <summary>The corrections of a window, or all its other events, subject after subject.</summary>
    IEnumerable<(SubjectKind Kind, string Subject, Occurrence Event)> All(long window, bool corrections);

    /// <summary>The listings and delistings of a county, or all corrections that came in through its windows.</summary>
    List<(UnitPath Window, string Subject, Occurrence Event)> OfCounty(UnitPath county, bool corrections);

    /// <summary>The events of those subjects of a window that have one on the days, or that are open; subject after subject.</summary>
    /// <param name="all">All subjects of the kind, whatever their days.</param>
    IEnumerable<List<StoredEvent>> Subjects(long window, SubjectKind kind, BusinessDay first, BusinessDay last, bool all, bool open);

    /// <summary>The corrections of a window by the id of the event that they correct.</summary>
    ILookup<string, StoredEvent> Corrections(long window);

    StoredEvent? Find(string source, string id);

    /// <summary>The listings and delistings of a county, item after item, each with its window.</summary>
    IEnumerable<IGrouping<string, (long Window, UnitPath Path, StoredEvent Stored)>> Items(UnitPath county);

    /// <summary>The days on which cases of a county were accepted for each item, and the windows where.</summary>
    ILookup<string, (BusinessDay Day, long Window)> Uses(UnitPath county);

    /// <summary>The revisions of a window that wait or were refused: what they change is in no cell.</summary>
    List<Revision> LeftOut(long window);

    /// <summary>The cells of a window on days from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    Dictionary<BusinessDay, Tally> Cells(long window, BusinessDay first, BusinessDay last);
}
