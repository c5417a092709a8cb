using System.Runtime.InteropServices;

namespace OpsBoard.Counting;

/// <summary>
/// What one subject adds to its window: its marks, itself while it still waits for something, and the item that it used. It is filled
/// anew for each subject, so that counting allocates nothing.
/// </summary>
public sealed class Effect
{
    private readonly List<Mark> _marks = new(16);

    public IReadOnlyList<Mark> Marks => _marks;

    internal ReadOnlySpan<Mark> MarksInOrder => CollectionsMarshal.AsSpan(_marks);

    public OpenSubject? Open { get; internal set; }

    public ItemUse? Use { get; internal set; }

    internal void Clear()
    {
        _marks.Clear();
        Open = null;
        Use = null;
    }

    internal void Add(Mark mark) => _marks.Add(mark);

    internal void Add(long atMs, Counter counter) => _marks.Add(Mark.Of(atMs, counter));
}
