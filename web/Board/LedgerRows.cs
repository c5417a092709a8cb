using OpsBoard.Supervision;
using OpsBoard.Units;
using OpsBoard.Web.Supervision;

namespace OpsBoard.Web.Board;

/// <summary>
/// What a scope's screens say of its ledger of supervision (督办): how many entries are behind, how many are in each state, both rates of what was solved, and the
/// entries that are behind longest. Fixed keys, of the scope alone. Entries are declared and not reported, so nothing here is ever withheld.
/// </summary>
public static class LedgerRows
{
    public const int Rows = 6;

    public const string Open = "ledgerOpen";
    public const string Behind = "ledgerBehind";
    public const string Warning = "ledgerWarning";
    public const string Explained = "ledgerExplained";

    /// <summary>Tasks that were closed, of all.</summary>
    public const string TasksClosed = "ledgerTasksClosed";

    /// <summary>Problems that were solved, of all: handing up is not solving.</summary>
    public const string Solved = "ledgerSolved";

    /// <summary>The same of those that were not handed up; never shown without the other.</summary>
    public const string SolvedWithout = "ledgerSolvedWithout";

    /// <summary>
    /// In halves of a Chinese letter: what a wall has room for beside its figures. Longer titles are cut here, with the sign of it among them, because walls
    /// neither scroll nor cut.
    /// </summary>
    private const int WidestTitle = 20;

    // Letters from the radicals on are as wide as they are high.
    private const int FirstWideLetter = 0x2E80;

    private const long DayMs = 86_400_000;

    /// <summary>The count beside a rate: <c>2/8</c>.</summary>
    public static string PartsOf(string rate) => $"{rate}Parts";

    public static string InState(TaskState state) => $"ledgerState{state}";

    /// <param name="row">From 1, the one that is behind longest.</param>
    public static string Name(int row) => $"ledger{row}.name";

    public static string Lead(int row) => $"ledger{row}.lead";

    public static string Due(int row) => $"ledger{row}.due";

    /// <summary>Days since the end of its week; a dash where the week is not over.</summary>
    public static string Late(int row) => $"ledger{row}.late";

    internal static IEnumerable<KeyValuePair<string, Shown>> Of(LedgerReading reading, Roster roster)
    {
        yield return Count(Open, reading.Tasks.Count(static task => task.View.IsOpen));
        yield return Count(Behind, reading.With(TaskMark.Behind), Levels.Behind);
        yield return Count(Warning, reading.With(TaskMark.Warning), Levels.Warning);
        yield return Count(Explained, reading.With(TaskMark.Explained), Levels.Watch);
        foreach (var (state, count) in TaskStates.All.Select(state => (state, reading.Tasks.Count(task => task.View.State == state)))) yield return Count(InState(state), count);
        var (tasks, problems) = (reading.RatesOf(problems: false), reading.RatesOf(problems: true));
        foreach (var (rate, part, whole) in new[] { (TasksClosed, tasks.Closed, tasks.All), (Solved, problems.Closed, problems.All), (SolvedWithout, problems.Closed, problems.WithoutTransfers) })
        {
            yield return KeyValuePair.Create(rate, Figures.RateOf(part, whole, States.Ok));
            yield return KeyValuePair.Create(PartsOf(rate), Same(Print.Fraction(part, whole)));
        }

        var behind = reading.Tasks.Where(static task => task.Standing.Worst == TaskMark.Behind).OrderBy(static task => task.View.EffectiveDue).Take(Rows).ToList();
        for (var row = 1; row <= Rows; row++)
        {
            var task = row <= behind.Count ? behind[row - 1] : null;
            yield return KeyValuePair.Create(Name(row), task is null ? Attention.Vacant : Same(Cut(task.Plan.Title)));
            yield return KeyValuePair.Create(Lead(row), task is null ? Attention.Vacant : Attention.Worded(roster.ShortNameIn(reading.Scope, task.Plan.Lead)));
            yield return KeyValuePair.Create(Due(row), task is null ? Attention.Vacant : Same($"{task.View.EffectiveDue}"));
            yield return KeyValuePair.Create(Late(row), task is null ? Attention.Vacant : LateOf(task, reading.AsOf.ToUnixTimeMilliseconds()));
        }
    }

    private static KeyValuePair<string, Shown> Count(string figure, int count, string? level = null) => KeyValuePair.Create(figure, Figures.CountOf(count, States.Ok, level));

    private static Shown LateOf(LedgerTask task, long atMs)
    {
        var days = (atMs - task.View.EffectiveDue.EndMs) / DayMs;
        return days >= 1 ? new Shown($"{Print.Digits(days)}天", $"{Print.Digits(days)} d", States.Ok, Levels.Behind) : new Shown("—", "—", States.Ok, Levels.Behind);
    }

    private static Shown Same(string text) => new(text, text, States.Ok);

    private static string Cut(string title)
    {
        var (width, fits) = (0, 0);
        foreach (var letter in title.EnumerateRunes())
        {
            width += letter.Value < FirstWideLetter ? 1 : 2;
            if (width > WidestTitle) return title[..fits] + "…";
            if (width <= WidestTitle - 2) fits += letter.Utf16SequenceLength;
        }

        return title;
    }
}
