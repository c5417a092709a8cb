using System.Runtime.InteropServices;
using OpsBoard.Planting;

namespace OpsBoard.Events;

/// <summary>The member names seen so far in each JSON object that is still open, the innermost last.</summary>
internal sealed class MemberNames
{
    // Up to here, comparing bytes is quicker than a set; beyond it, comparing all with all would invite a hostile sender.
    private const int Few = 24;

    private readonly List<ReadOnlyMemory<byte>> _names = new(Few);
    private readonly List<OpenObject> _open = new(4);

    public void Open() => _open.Add(new OpenObject(_names.Count, null));

    public void Close()
    {
        var first = _open[^1].First;
        _names.RemoveRange(first, _names.Count - first);
        _open.RemoveAt(_open.Count - 1);
    }

    /// <summary>False when the innermost object has the name already.</summary>
    public bool Add(ReadOnlyMemory<byte> name)
    {
        if (Planted.Has(Bug.DuplicateNamesAccepted)) return true;
        var (first, many) = _open[^1];
        if (many is not null) return many.Add(JsonText.Decode(name.Span));

        var siblings = CollectionsMarshal.AsSpan(_names)[first..];
        foreach (var sibling in siblings)
        {
            if (sibling.Span.SequenceEqual(name.Span)) return false;
        }

        _names.Add(name);
        if (siblings.Length == Few) _open[^1] = new OpenObject(first, [.. _names[first..].Select(static each => JsonText.Decode(each.Span))]);
        return true;
    }

    private readonly record struct OpenObject(int First, HashSet<string>? Many);
}
