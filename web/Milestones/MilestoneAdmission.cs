using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using OpsBoard.Events;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Journal;
using OpsBoard.Units;
using OpsBoard.Web.Access.Sources;
using OpsBoard.Web.Intake;

namespace OpsBoard.Web.Milestones;

/// <summary>Lets the sound declarations of a request into the journal, in their order, and says of each what became of it.</summary>
internal sealed class MilestoneAdmission(IDeclarations declarations, Roster roster, IOptionsMonitor<UnitsOptions> options)
{
    private const string Contradiction = "The same document of the same day is stored with other content, and stays: declare the change with the document that makes it.";

    private static readonly Rejection UnknownUnit =
        new(Reasons.UnknownUnit, "unit is not in the roster: register it in units.json, or mend the path.");

    /// <param name="claim">The source that sent them; null: somebody who may write every unit.</param>
    /// <exception cref="JournalUnavailableException">Nothing of the request was acknowledged.</exception>
    public async Task<IntakeAnswer> Take(IReadOnlyList<MilestoneReading> items, SourceClaim? claim, CancellationToken cancellation)
    {
        var judged = items.Select(item => (item.Id, Rejection: Refusal(item, claim))).ToImmutableArray();
        var sound = items.Where((_, index) => judged[index].Rejection is null).Select(static item => item.Milestone!).ToImmutableArray();
        var verdicts = sound.IsEmpty ? [] : await declarations.DeclareMilestones(sound, cancellation);
        var foreign = items.Where((_, index) => judged[index].Rejection?.Reason == Reasons.NotYours).Select(static item => item.Milestone!.Unit).ToImmutableArray();
        if (!foreign.IsEmpty) claim?.NoteForeign(foreign.Length, items.Count, foreign[0]);
        return IntakeAnswer.Of(judged, verdicts, Contradiction);
    }

    private Rejection? Refusal(MilestoneReading item, SourceClaim? claim)
    {
        if (item.Rejection is not null) return item.Rejection;
        if (claim?.RefusalOf(item.Milestone!.Unit) is { } foreign) return foreign;
        return options.CurrentValue.AutoRegister || roster.Knows(item.Milestone!.Unit) ? null : UnknownUnit;
    }
}
