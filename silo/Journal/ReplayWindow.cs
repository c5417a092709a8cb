using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>One window of a replay as it stands at one version, and the events by which it moves to others.</summary>
internal sealed class ReplayWindow(long id, UnitPath path, LocalTerms terms, long version, BusinessDay day, TallyBuilder cell, Dictionary<(SubjectKind Kind, string Id), OpenSubject> open)
{
    public long Id => id;

    public UnitPath Path => path;

    public LocalTerms Terms => terms;

    /// <summary>The version at which it stands.</summary>
    public long Version { get; set; } = version;

    public Dictionary<(SubjectKind Kind, string Id), OpenSubject> Open => open;

    /// <summary>By version, from the beginning of the replay's day on.</summary>
    public List<Touch> Touches { get; } = [];

    /// <summary>The newest event up to each version at which it became another one, by version.</summary>
    public List<(long Version, long NewestMs)> Heard { get; } = [];

    public List<(long Version, Occurrence Event)> Corrections { get; } = [];

    public IEnumerable<Touch> Between(long first, long last) => Touches
        .Skip(FirstAfter(Math.Min(first, last)))
        .TakeWhile(touch => touch.Version <= Math.Max(first, last));

    public IEnumerable<Touch> After(long since) => Touches.Skip(FirstAfter(since));

    /// <summary>Counts a mark of the replay's day; those of other days are not shown.</summary>
    public void Add(Mark mark)
    {
        if (mark.Day == day) cell.Add(mark);
    }

    public WindowRecord Record()
    {
        var newest = Heard.FindLastIndex(heard => heard.Version <= Version);
        return new WindowRecord(path, Version, newest < 0 ? 0 : Heard[newest].NewestMs, cell.ToTally().With(default(ItemStock)), default, [.. open.Values]);
    }

    private int FirstAfter(long since)
    {
        var (first, last) = (0, Touches.Count);
        while (first < last)
        {
            var middle = (first + last) / 2;
            if (Touches[middle].Version > since) last = middle;
            else first = middle + 1;
        }

        return first;
    }
}
