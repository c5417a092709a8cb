using System.Collections.Immutable;
using System.Globalization;
using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>Changes as text that a person can read in the database too: <c>accepted+1 waits12-1 trend40+1</c>.</summary>
internal static class RevisionFormat
{
    private static readonly (string Name, int First, int Count)[] Families =
    [
        ("waits", Slot.FirstWait, Histogram.BucketCount),
        ("handling", Slot.FirstHandling, Histogram.BucketCount),
        ("trend", Slot.FirstTrend, DayTrend.KeyCount),
    ];

    private static readonly string[] Names =
    [
        .. CounterColumns.All,
        .. Families.SelectMany(static family => Enumerable.Range(0, family.Count).Select(key => $"{family.Name}{key}")),
    ];

    private static readonly Dictionary<string, int> Places = CounterColumns.All.Select(static (name, slot) => (name, slot))
        .Concat(Families.Select(static family => (family.Name, family.First)))
        .ToDictionary(static place => place.Item1, static place => place.Item2, StringComparer.Ordinal);

    public static string Write(IEnumerable<Mark> changes) =>
        string.Join(' ', changes.Select(static mark => string.Create(CultureInfo.InvariantCulture, $"{Names[mark.Slot]}{mark.Times:+0;-0}")));

    public static ImmutableArray<Mark> Read(string changes, BusinessDay day) =>
        [.. changes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(change => MarkOf(change, change.LastIndexOfAny(['+', '-']), day))];

    /// <param name="figure">The name of a counter, <c>waits</c>, <c>handling</c> or <c>trend</c>.</param>
    /// <param name="key">Of the bucket or slice; 0 for a counter.</param>
    public static int SlotOf(string figure, int key) => Places[figure] + key;

    private static Mark MarkOf(string change, int sign, BusinessDay day) =>
        new(day, Array.IndexOf(Names, change[..sign]), int.Parse(change.AsSpan(sign), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
}
