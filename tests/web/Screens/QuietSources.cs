using System.Collections.Immutable;
using OpsBoard.Journal;
using OpsBoard.Testing;

namespace OpsBoard.Web.Screens;

/// <summary>Two sources, of which one numbers its events and has a gap and conflicts.</summary>
internal sealed class QuietSources : IEventSources
{
    public const string Numbered = "https://hall.haikou.gov.cn/queue";

    private static readonly ImmutableArray<SourceRecord> Sources =
    [
        new(Numbered, 20_814, Some.NowMs - 4_000, Some.NowMs - 3_000, 1, 2, 5, 1, 1),
        new("urn:opsboard:cases", 1_204_771, Some.NowMs - 60_000, Some.NowMs - 59_000, 0, 0, 0, 0, 0),
    ];

    private static readonly SourceGaps Gaps = new(
        Numbered,
        [new Numbering("tickets", 2, 1, 819, 814, 3, [new NumberRange(1, 812), new NumberRange(814, 814), new NumberRange(819, 819)])],
        [
            new SourceConflict("t-20261120-0813", ConflictKind.Number, 1, Some.NowMs - 70_000, Some.NowMs - 70_000),
            new SourceConflict("t-20261119-0007", ConflictKind.Content, 12, Some.NowMs - 86_400_000, Some.NowMs - 400_000),
        ]);

    public Task<ImmutableArray<SourceRecord>> ReadSources(CancellationToken cancellation = default) => Task.FromResult(Sources);

    public Task<SourceGaps?> ReadGaps(string source, int mostRanges, CancellationToken cancellation = default) => Task.FromResult(source == Numbered ? Gaps : null);
}
