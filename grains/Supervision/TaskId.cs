using System.Diagnostics.CodeAnalysis;
using OpsBoard.Units;

namespace OpsBoard.Supervision;

/// <summary>An entry's address: the unit that keeps the ledger (督办单位), and the entry's own id in it. Written <c>hainan/jiyang#zd-01</c>.</summary>
/// <param name="Ledger">Province, county or department; never a line.</param>
/// <param name="Id">1 to 64 lower-case ASCII letters, digits and inner hyphens; with a family before it where it is no entry (<see cref="TaskFamilies"/>).</param>
[GenerateSerializer, Immutable, Alias("TaskId")]
public readonly record struct TaskId([property: Id(0)] UnitPath Ledger, [property: Id(1)] string Id)
{
    private const int LongestId = 64;

    /// <summary>By ledger, then by id, bytewise.</summary>
    public static readonly Comparer<TaskId> InOrder = Comparer<TaskId>.Create(static (left, right) =>
        UnitPath.InOrder.Compare(left.Ledger, right.Ledger) is not 0 and var order ? order : string.CompareOrdinal(left.Id, right.Id));

    /// <exception cref="FormatException">The text is no address of an entry.</exception>
    public static TaskId Parse(string text) => TryParse(text, out var task) ? task : throw new FormatException($"'{text}' is no entry of a ledger: write UNIT#ID.");

    public static bool TryParse([NotNullWhen(true)] string? text, out TaskId task)
    {
        task = default;
        if (text?.Split('#') is not [var ledger, var id] || !UnitPath.TryParse(ledger, out var unit) || unit.IsLine || !IsId(id)) return false;
        task = new TaskId(unit, id);
        return true;
    }

    public static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId && id[0] != '-' && id[^1] != '-' && id.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public override string ToString() => $"{Ledger}#{Id}";
}
