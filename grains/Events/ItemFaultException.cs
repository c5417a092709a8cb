namespace OpsBoard.Events;

/// <summary>The first fault of an item that says its members one by one; it never leaves the reader.</summary>
internal sealed class ItemFaultException(Rejection rejection) : Exception(rejection.Detail)
{
    public ItemFaultException(string reason, string detail)
        : this(new Rejection(reason, detail))
    {
    }

    public Rejection Rejection => rejection;

    /// <summary>Bytes that are no text, and members given twice, would be mended or dropped by the framework without a word.</summary>
    /// <exception cref="ItemFaultException">There are some, or it is nested too deep.</exception>
    /// <exception cref="System.Text.Json.JsonException">The bytes are not JSON.</exception>
    public static void RefuseFlawedText(ReadOnlyMemory<byte> item)
    {
        var reader = new StrictReader(item);
        while (reader.Read())
        {
        }

        if (reader.Fault is not { } fault) return;
        throw new ItemFaultException(fault switch
        {
            StructureFault.IllFormedText => new Rejection(Reasons.IllFormedText, "The item holds text that is not well-formed UTF-8: mend it."),
            StructureFault.DuplicateMember => new Rejection(Reasons.DuplicateMember, "The item says a member twice: leave one of them out."),
            _ => new Rejection(Reasons.TooDeep, $"The item is nested more than {StrictReader.MostLevels} levels deep."),
        });
    }
}
