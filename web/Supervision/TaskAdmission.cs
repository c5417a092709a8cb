using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Supervision;
using OpsBoard.Supervision.Duties;
using OpsBoard.Supervision.Notices;
using OpsBoard.Units;
using OpsBoard.Web.Access.Sources;
using OpsBoard.Web.Intake;

namespace OpsBoard.Web.Supervision;

/// <summary>
/// Lets the sound events of a request into the ledger, in their order, and says of each what became of it. They come in any order, so whether one can
/// follow is not asked here: what cannot is kept, and counts nothing until it can.
/// </summary>
internal sealed class TaskAdmission(ITaskLedger ledger, Roster roster, DutyList duties, IOptionsMonitor<UnitsOptions> options)
{
    // Under it the server records whom it told of what: an identity that somebody else took could never be recorded.
    private static readonly Rejection Reserved = new(Reasons.InvalidSource, $"source begins with {NoticeEvents.Source}, which is the server's own: use another.");

    private const string Contradiction = "An event of this source and id is stored with other content, and stays: send the change under an id of its own.";

    /// <param name="claim">The source that sent them; null: somebody who may write every unit.</param>
    /// <exception cref="JournalUnavailableException">Nothing of the request was acknowledged.</exception>
    public async Task<IntakeAnswer> Take(IReadOnlyList<TaskReading> items, SourceClaim? claim, CancellationToken cancellation)
    {
        var judged = items.Select(item => (item.Id, Rejection: item.Rejection ?? Refusal(item.Event!, claim))).ToImmutableArray();
        var sound = items.Where((_, index) => judged[index].Rejection is null).Select(static item => item.Event!).ToImmutableArray();
        var verdicts = sound.IsEmpty ? [] : await ledger.AppendTasks(sound, cancellation);
        var foreign = items.Where((_, index) => judged[index].Rejection?.Reason == Reasons.NotYours).Select(static item => item.Event!.By).ToImmutableArray();
        if (!foreign.IsEmpty) claim?.NoteForeign(foreign.Length, items.Count, foreign[0]);
        return IntakeAnswer.Of(judged, verdicts, Contradiction);
    }

    /// <summary>What is wrong with the units and the duty of an event, whoever tells it.</summary>
    public Rejection? RefusalOf(TaskEvent act) => Units(act).Where(unit => !options.CurrentValue.AutoRegister && !roster.Knows(unit))
        .Select(static unit => new Rejection(Reasons.UnknownUnit, $"{unit} is not in the roster: register it in units.json, or mend the path."))
        .FirstOrDefault() ?? RefusalOfDuty(act);

    private Rejection? Refusal(TaskEvent act, SourceClaim? claim) => act.Source.StartsWith(NoticeEvents.Source, StringComparison.Ordinal) ? Reserved : claim?.RefusalOf(act.Source) ?? claim?.RefusalOf(act.By) ?? RefusalOf(act);

    // What was told of a duty that is no longer in the file can still be withdrawn.
    private Rejection? RefusalOfDuty(TaskEvent act)
    {
        if (act.Act != TaskAct.Done || TaskFamilies.IdIn(TaskFamily.Duty, act.Task) is not { } id) return null;
        if (duties.Find(id) is not { } duty) return new Rejection(Reasons.UnknownDuty, "duty is not in duties.json: add it there, or mend the id.");
        return duty.IsOf(act.Task.Ledger) ? null : new Rejection(Reasons.InvalidUnit, "The unit has not this duty: duties.json says whose it is.");
    }

    private static IEnumerable<UnitPath> Units(TaskEvent act) => act.Facts.Plan is { } plan ? [act.Task.Ledger, plan.Lead, .. plan.Supports] : [act.Task.Ledger];
}
