using OpsBoard.Board;
using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>What is written into a patch.</summary>
/// <param name="Shown">Figures whose text, state or level changed.</param>
/// <param name="Renewed">Units that are fresh otherwise, or were heard again.</param>
internal sealed record PatchDraft(Frame From, Frame To, IReadOnlyDictionary<string, Shown> Shown, IReadOnlyList<(Contribution Row, FreshnessState State)> Renewed)
{
    public bool IsEmpty => Shown.Count == 0 && Renewed.Count == 0 && From.Board.Day == To.Board.Day;
}
