using System.Collections.Immutable;
using OpsBoard.Journal;

namespace OpsBoard.Web.Recount;

/// <summary>What a round of the recount in the background has found, so far or in all.</summary>
/// <param name="Finished">Null while the round is under way.</param>
/// <param name="WindowsInAll">How many windows the round has to recount.</param>
/// <param name="Differing">How many figures differ; at most <see cref="MostDifferences"/> of them are kept by name.</param>
public sealed record RecountStanding(
    DateTimeOffset Started,
    DateTimeOffset? Finished,
    int Windows,
    int WindowsInAll,
    long Events,
    long Cells,
    int Differing,
    ImmutableArray<RecountDifference> Differences)
{
    public const int MostDifferences = 100;

    public static RecountStanding Begun(DateTimeOffset at, int windows) => new(at, null, 0, windows, 0, 0, 0, []);

    /// <param name="windows">Whole windows that were recounted with this.</param>
    public RecountStanding With(RecountResult result, int windows) => this with
    {
        Windows = Windows + windows,
        Events = Events + result.Events,
        Cells = Cells + result.Cells,
        Differing = Differing + result.Differences.Length,
        Differences = [.. Differences, .. result.Differences.Take(MostDifferences - Differences.Length)],
    };
}
