using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>
/// What the one transaction that runs reads and changes, row by row. Each read sees what was changed before it; when a change goes to the
/// database is the store's own affair, at the latest before the commit.
/// </summary>
internal interface ITransactionRows
{
    /// <summary>Open subjects of one day that are older are not written.</summary>
    long OpenKeptFromMs { get; }

    /// <summary>The number of a source, which is made known with it.</summary>
    long SourceOf(string name);

    /// <summary>The row of a window, which is made with it.</summary>
    WindowRow WindowOf(UnitPath path);

    void UpdateWindow(WindowRow window);

    /// <summary>False when the identity, or the place in the numbering of the source, is taken.</summary>
    bool InsertEvent(in PendingEvent pending, long source, long window, long receivedMs, long version);

    byte[]? HashOf(long source, string id);

    /// <summary>Of an event of a window; without an id when it is not there.</summary>
    (SubjectKind Kind, string? Id) SubjectOf(long source, string id, long window);

    /// <summary>In no order.</summary>
    /// <param name="added">One of them that was just inserted, and need not be read; null without any.</param>
    List<Occurrence> EventsOf(WindowRow window, SubjectKind kind, string id, Occurrence? added = null);

    Tally? CellOf(WindowRow window, BusinessDay day);

    void PutCell(WindowRow window, BusinessDay day, Tally tally);

    void PutOpen(long window, OpenSubject open);

    void RemoveOpen(long window, SubjectKind kind, string id);

    /// <summary>The listings and delistings of an item in a whole county, each with its window.</summary>
    List<(Occurrence Event, UnitPath Window)> ItemEventsOf(string county, string item);

    void AddUse(WindowRow window, ItemUse use, int cases);

    /// <summary>The first day, from the given one on, with a case for the item in the county; null without any.</summary>
    BusinessDay? FirstUse(string county, string item, BusinessDay from);

    void AddRevision(in SubjectDay changed, long source, string eventId, long atMs, RevisionState state, IEnumerable<Mark> changes);

    /// <summary>What the events say of a subject's day and the cell does not.</summary>
    List<Mark> LeftOut(in SubjectDay day);

    /// <summary>Lets go of what was left out of a subject's day: another revision says it from now on.</summary>
    void Supersede(in SubjectDay day);

    Revision? RevisionOf(long number);

    /// <param name="until">The version of the window from which the change is in the figures; null: it stays out.</param>
    void DecideRevision(long number, RevisionState state, long atMs, string by, long? until);
}
