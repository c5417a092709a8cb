using System.Runtime.InteropServices;

namespace OpsBoard.Counting;

/// <summary>The marks by which one effect differs from another: what has to be added to the cells. It is filled anew for each event.</summary>
public sealed class MarkDifference
{
    private readonly List<Mark> _marks = new(32);

    /// <summary>At most one for each day and slot, never with 0 times.</summary>
    public IReadOnlyList<Mark> Marks => _marks;

    public void Take(Effect before, Effect after)
    {
        _marks.Clear();
        // Most events add to what their subject said already, and leave its first marks as they were.
        var alike = before.MarksInOrder.CommonPrefixLength(after.MarksInOrder);
        foreach (var mark in before.MarksInOrder[alike..]) Add(mark, -1);
        foreach (var mark in after.MarksInOrder[alike..]) Add(mark, 1);
        _marks.RemoveAll(static mark => mark.Times == 0);
    }

    // An effect has a dozen marks at most, so looking through them is quicker than any index.
    private void Add(Mark mark, int sign)
    {
        var marks = CollectionsMarshal.AsSpan(_marks);
        for (var i = 0; i < marks.Length; i++)
        {
            if (marks[i].Slot != mark.Slot || marks[i].Day != mark.Day) continue;
            marks[i] = marks[i] with { Times = marks[i].Times + (sign * mark.Times) };
            return;
        }

        _marks.Add(mark with { Times = sign * mark.Times });
    }
}
