using OpsBoard.Indicators;
using OpsBoard.Web.Board;
using OpsBoard.Web.Screens.Pickers;

namespace OpsBoard.Web.Screens.Rankings;

/// <summary>How a unit's rank moved and why, in one language.</summary>
internal sealed class MovementText(RankMovement movement, Words words)
{
    private readonly RankingWords _words = RankingWords.For(words);

    /// <summary><c>▲2</c>, <c>▼1</c>, <c>—</c></summary>
    public string Sign => movement.Places switch
    {
        > 0 and var places => $"▲{Print.Digits(places)}",
        < 0 and var places => $"▼{Print.Digits(-places)}",
        _ => "—",
    };

    /// <summary>The same for whoever does not see the sign.</summary>
    public string Spoken => movement.Places switch
    {
        > 0 and var places => _words.Rose.Fill(("n", Print.Digits(places))),
        < 0 and var places => _words.Fell.Fill(("n", Print.Digits(-places))),
        0 => _words.Same,
        _ => _words.WasNot,
    };

    /// <summary>The four parts in the order in which they are exchanged; they add up to the movement. Empty without both ranks.</summary>
    public string Parts => movement.Places is null ? "" : string.Join(words.Separator,
        $"{_words.Own} {Print.Change(movement.Own)}",
        $"{_words.Others} {Print.Change(movement.Others)}",
        $"{_words.Definition} {Print.Change(movement.Definition)}",
        $"{_words.Corrections} {Print.Change(movement.Corrections)}");

    /// <summary>The unit's own counters that moved.</summary>
    public string Counters => movement.Changes.IsEmpty
        ? _words.NoChange
        : string.Join(words.Separator, movement.Changes.Select(change => $"{words.Of(QuantityWords.Of(change.Quantity))} {Print.Change(change.By)}"));
}
