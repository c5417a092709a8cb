namespace OpsBoard.Events;

/// <summary>The value of one member: a text, or everything else as a whole number.</summary>
internal readonly record struct FactsValue(string? Text, long Number)
{
    public bool Flag => Number != 0;

    public static FactsValue? Of(string? text) => text is null ? null : new FactsValue(text, 0);

    public static FactsValue? Of(long? number) => number is { } whole ? new FactsValue(null, whole) : null;

    public static FactsValue? Of(bool? flag) => flag is { } said ? new FactsValue(null, said ? 1 : 0) : null;
}
