using System.Diagnostics.CodeAnalysis;

namespace OpsBoard.Web.Import;

/// <summary>One record of a file, or why it is none.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
internal sealed record CsvRecord(int Line, string[]? Fields, string? Fault)
{
    [MemberNotNullWhen(true, nameof(Fields))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool IsReadable => Fields is not null;
}
