using Microsoft.Extensions.Options;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Screens;
using OpsBoard.Web.Screens.Pickers;
using OpsBoard.Web.Screens.Supervision;

namespace OpsBoard.Web.Supervision.Notices;

/// <summary>A notice in words: what is due, of whom and by when.</summary>
internal sealed class LetterText(Roster roster, IOptions<NoticeOptions> options)
{
    private const int LongestSubject = 120;

    public (string Subject, string Body) Of(Letter letter)
    {
        var (words, own) = letter.Receiver.IsEnglish ? (Words.En, SupervisionWords.En) : (Words.Zh, SupervisionWords.Zh);
        var said = NoticeWords.For(words);
        var plan = letter.Plan;
        var kind = said.StepOf(letter.Notice.Days ?? 0);
        var subject = said.Subject.Fill(("step", kind), ("title", plan.Title)) + (letter.IsLate ? said.LateMark : "");
        string?[] lines =
        [
            $"{kind} {plan.Title} ({letter.View.Task.Id})",
            letter.IsLate ? said.LateNote.Fill(("due", SupervisionText.Moment(letter.Notice.DueMs))) : null,
            "",
            Line(own.Kind, own.KindOf[plan.Kind]),
            Line(own.StateColumn, own.StateOf(plan.Kind, letter.View.State)),
            Line(own.Due, SupervisionText.Of(plan.Due, own, words)),
            letter.View.EffectiveDue > plan.Due ? own.ExplainedTo.Fill(("week", $"{letter.View.EffectiveDue}")) : null,
            Line(own.Keeper, ScopeName.Of(letter.View.Task.Ledger, roster, words)),
            Line(own.Lead, ScopeName.Of(plan.Lead, roster, words)),
            Line(own.Officer, plan.Officer),
            Line(own.Goal, plan.Goal),
            Line(own.Standard, plan.Standard),
            AddressOf(letter) is { } address ? "" : null,
            AddressOf(letter),
            "",
            said.Why.Fill(("receiver", words.Of(letter.Receiver.Name))),
        ];
        return (Cut(subject), string.Join("\r\n", lines.OfType<string>()) + "\r\n");

        string Line(string name, string value) => $"{name}{said.Colon}{value}";
    }

    /// <summary>Where the entry is shown; null where the board's own address is not configured.</summary>
    public string? AddressOf(Letter letter) => options.Value.Address is { Length: > 0 } address
        ? $"{address.TrimEnd('/')}/supervision/{letter.Plan.Lead}?task={Uri.EscapeDataString($"{letter.View.Task}")}"
        : null;

    private static string Cut(string subject) => subject.Length <= LongestSubject ? subject : subject[..LongestSubject] + "…";
}
