namespace OpsBoard.Events;

/// <summary>One attribute as it was sent: well-formed UTF-8 without escapes, or the digits of a number.</summary>
internal readonly record struct AttributeValue(AttributeForm Form, ReadOnlyMemory<byte> Utf8)
{
    public static readonly AttributeValue Unclear = new(AttributeForm.Unclear, default);

    public bool IsAbsent => Form == AttributeForm.Absent;

    public bool IsText => Form == AttributeForm.Text;
}
