using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Options;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;
using OpsBoard.Web.Access.Sources;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Intake;

/// <summary>Lets the sound items of a request into the journal, in their order, and says of each what became of it.</summary>
internal sealed partial class Admission(IJournal journal, Roster roster, IOptionsMonitor<UnitsOptions> options, SourceClocks clocks, OpsBoardMetrics metrics, ILogger<Admission> logger)
{
    private const string Contradiction = "An event of the same source and id is stored with other content, or another one at the same place in its numbering, and stays: send the change as a correction.";

    private static readonly Rejection UnknownUnit =
        new(Reasons.UnknownUnit, "subject is not in the roster: register the window in units.json, or mend the path.");

    /// <param name="claim">The source that sent them; null: somebody who may write every unit.</param>
    /// <exception cref="JournalUnavailableException">Nothing of the request was acknowledged.</exception>
    public async Task<IntakeAnswer> Take(IReadOnlyList<Reading> items, Lane lane, SourceClaim? claim, CancellationToken cancellation)
    {
        if (lane == Lane.Live) clocks.Note(items);
        metrics.Dropped(items.Sum(static item => item.Dropped));
        var rejections = items.Select(item => Refusal(item, claim)).ToImmutableArray();
        var sound = items.Where((_, index) => rejections[index] is null).Select(static item => item.Event!).ToImmutableArray();
        var verdicts = sound.IsEmpty ? [] : await journal.Append(sound, lane, cancellation);
        LogRefusals(rejections);
        NoteForeign(items, rejections, claim);
        return IntakeAnswer.Of(items.Select((item, index) => (item.Id, rejections[index])), verdicts, Contradiction);
    }

    private static void NoteForeign(IReadOnlyList<Reading> items, ImmutableArray<Rejection?> rejections, SourceClaim? claim)
    {
        var foreign = items.Where((_, index) => rejections[index]?.Reason == Reasons.NotYours).ToImmutableArray();
        if (!foreign.IsEmpty) claim?.NoteForeign(foreign.Length, items.Count, foreign.FirstOrDefault(static item => item.Event is not null)?.Event?.Window);
    }

    private Rejection? Refusal(Reading item, SourceClaim? claim)
    {
        if (item.Rejection is not null) return item.Rejection;
        if (claim?.RefusalOf(item.Event!.Window) is { } foreign) return foreign;
        return options.CurrentValue.AutoRegister || roster.Knows(item.Event!.Window) ? null : UnknownUnit;
    }

    private void LogRefusals(ImmutableArray<Rejection?> rejections)
    {
        var refused = rejections.Where(static rejection => rejection is not null).ToImmutableArray();
        if (refused.IsEmpty || !logger.IsEnabled(LogLevel.Warning)) return;
        var reasons = refused.CountBy(static rejection => rejection!.Reason, StringComparer.Ordinal)
            .Select(static pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}"));
        Log.Refused(logger, refused.Length, rejections.Length, string.Join(", ", reasons));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Refused} of {Items} items were refused: {Reasons}.")]
        public static partial void Refused(ILogger logger, int refused, int items, string reasons);
    }
}
