using OpsBoard.Journal;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Replay;

namespace OpsBoard.Web.Screens.Replay;

/// <summary>What is said around a replayed frame, in one language: on the page, and to the module that plays it.</summary>
public sealed class ReplayTexts
{
    // Tokens are a minute apart: an older one means that none was recorded.
    private const long UsualMs = 90_000;

    public ReplayTexts(ReplayFrame replay, Words words, Roster roster)
    {
        var own = ReplayWords.For(words);
        var day = replay.Frame.Board.Day;
        Banner = $"{words.Of(Print.Date(day))} {TimeOf(replay.AtMs)}";
        var nearest = replay.AskedMs - replay.AtMs > UsualMs
            ? own.Nearest.Replace("{asked}", InstantOf(replay.AskedMs, day), StringComparison.Ordinal).Replace("{time}", TimeOf(replay.AtMs), StringComparison.Ordinal)
            : "";
        var behind = replay.Behind > 0 ? own.Behind.Replace("{n}", Print.Digits(replay.Behind), StringComparison.Ordinal) : "";
        Nearest = string.Join(words.Separator, new[] { nearest, behind }.Where(static text => text.Length > 0));
        var later = replay.Later;
        Later = later == LaterEvents.None || later is { Corrections: 0, Late: 0, OnTheWay: 0 } ? own.NothingLater : own.Later
            .Replace("{corrections}", Print.Digits(later.Corrections), StringComparison.Ordinal)
            .Replace("{late}", Print.Digits(later.Late), StringComparison.Ordinal)
            .Replace("{way}", Print.Digits(later.OnTheWay), StringComparison.Ordinal);
        Rows = [.. later.Listed.Select(row => RowOf(row, day, words, own, roster))];
    }

    /// <summary>Day and time of the frame.</summary>
    public string Banner { get; }

    /// <summary>That the frame is not of the instant asked for, or not quite what the wall showed; may be empty.</summary>
    public string Nearest { get; }

    /// <summary>How much came afterwards.</summary>
    public string Later { get; }

    /// <summary>What came afterwards: when, at which window, what, when it happened, how long that took, its number.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    private static IReadOnlyList<string> RowOf(LaterEvent row, BusinessDay day, Words words, ReplayWords own, Roster roster) =>
    [
        InstantOf(row.ReceivedMs, day),
        NameOf(row.Window, words, roster),
        own.Kinds[row.Kind],
        InstantOf(row.OccurredMs, day),
        words.Of(Print.Duration(Math.Max(0, (row.ReceivedMs - row.OccurredMs) / 1000))),
        row.Id,
    ];

    private static string NameOf(UnitPath window, Words words, Roster roster) =>
        string.Join(' ', new[] { window.Parent.Parent, window.Parent, window }.Select(unit => words.Of(roster.ShortNameOf(unit))));

    private static string TimeOf(long atMs) => Print.Time(DateTimeOffset.FromUnixTimeMilliseconds(atMs));

    private static string InstantOf(long atMs, BusinessDay day) =>
        BusinessDay.Of(atMs) == day ? TimeOf(atMs) : $"{BusinessDay.Of(atMs)} {TimeOf(atMs)}";
}
