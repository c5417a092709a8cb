using System.Runtime.InteropServices;

namespace OpsBoard.Counting;

/// <summary>
/// What one subject adds to its window: its marks, itself while it still waits for something, and the item that it used. It is filled
/// anew for each subject, so that counting allocates nothing.
/// </summary>
public sealed class Effect
{
    private readonly List<Mark> _marks = new(16);
    private readonly List<Occurrence> _causes = new(16);

    public IReadOnlyList<Mark> Marks => _marks;

    /// <summary>For each of the <see cref="Marks"/> the event that decides it, as its corrections leave it.</summary>
    public IReadOnlyList<Occurrence> Causes => _causes;

    internal ReadOnlySpan<Mark> MarksInOrder => CollectionsMarshal.AsSpan(_marks);

    public OpenSubject? Open { get; private set; }

    /// <summary>The event with which <see cref="Open"/> began; null when nothing is open.</summary>
    public Occurrence? OpenedBy { get; private set; }

    public ItemUse? Use { get; internal set; }

    internal void Clear()
    {
        _marks.Clear();
        _causes.Clear();
        Open = null;
        OpenedBy = null;
        Use = null;
    }

    internal void Add(Occurrence cause, Mark mark)
    {
        _marks.Add(mark);
        _causes.Add(cause);
    }

    /// <summary>Counts on the day of the event that decides it.</summary>
    internal void Add(Occurrence cause, Counter counter) => Add(cause, cause.AtMs, counter);

    /// <summary>Counts on a day other than that of the event that decides it.</summary>
    internal void Add(Occurrence cause, long atMs, Counter counter) => Add(cause, Mark.Of(atMs, counter));

    internal void Wait(Occurrence cause, OpenSubject subject) => (OpenedBy, Open) = (cause, subject);
}
