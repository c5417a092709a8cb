namespace OpsBoard.Embedded;

/// <summary>The copies made for one call, so that what was one object stays one, and a circle ends.</summary>
internal sealed class Copies
{
    private Dictionary<object, object>? _copies;

    public object? Of(object original) => _copies?.GetValueOrDefault(original);

    public object Note(object original, object copy)
    {
        if (original is ValueType) return copy;
        _copies ??= new Dictionary<object, object>(ReferenceEqualityComparer.Instance);
        _copies[original] = copy;
        return copy;
    }
}
