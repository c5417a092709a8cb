using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Options;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Web.Intake;

/// <summary>Lets the sound items of a request into the journal, in their order, and says of each what became of it.</summary>
internal sealed partial class Admission(IJournal journal, Roster roster, IOptionsMonitor<UnitsOptions> options, ILogger<Admission> logger)
{
    private static readonly Rejection UnknownUnit =
        new(Reasons.UnknownUnit, "subject is not in the roster: register the window in units.json, or mend the path.");

    /// <exception cref="JournalUnavailableException">Nothing of the request was acknowledged.</exception>
    public async Task<IntakeAnswer> Take(IReadOnlyList<Reading> items, CancellationToken cancellation)
    {
        var rejections = items.Select(Refusal).ToImmutableArray();
        var sound = items.Where((_, index) => rejections[index] is null).Select(static item => item.Event!).ToImmutableArray();
        var verdicts = sound.IsEmpty ? [] : await journal.Append(sound, cancellation);
        LogRefusals(rejections);
        return Answer(items, rejections, verdicts);
    }

    private Rejection? Refusal(Reading item)
    {
        if (item.Rejection is not null) return item.Rejection;
        return options.CurrentValue.AutoRegister || roster.Knows(item.Event!.Window) ? null : UnknownUnit;
    }

    private static IntakeAnswer Answer(IReadOnlyList<Reading> items, ImmutableArray<Rejection?> rejections, ImmutableArray<Verdict> verdicts)
    {
        var counts = new int[(int)Verdict.Rejected + 1];
        var results = ImmutableArray.CreateBuilder<ItemAnswer>();
        var next = 0;
        for (var index = 0; index < items.Count; index++)
        {
            var verdict = rejections[index] is null ? verdicts[next++] : Verdict.Rejected;
            counts[(int)verdict]++;
            if (verdict != Verdict.Accepted) results.Add(AnswerOf(index, items[index].Id, verdict, rejections[index]));
        }

        return new IntakeAnswer(
            counts[(int)Verdict.Accepted], counts[(int)Verdict.Duplicate], counts[(int)Verdict.Conflict], counts[(int)Verdict.Rejected], results.ToImmutable());
    }

    private static ItemAnswer AnswerOf(int index, string? id, Verdict verdict, Rejection? rejection) => verdict switch
    {
        Verdict.Duplicate => ItemAnswer.Known(index, id!),
        Verdict.Conflict => ItemAnswer.Contradicts(index, id!),
        _ => ItemAnswer.Refused(index, id, rejection!),
    };

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
