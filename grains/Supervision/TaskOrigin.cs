using OpsBoard.Units;

namespace OpsBoard.Supervision;

/// <summary>What on the board an entry came from: <c>review:hainan/haikou/housing/w03:r5</c>, <c>cases:hainan/haikou/housing</c>, <c>silence:hainan/haikou</c>.</summary>
/// <param name="Id">Empty where the unit says it all.</param>
[GenerateSerializer, Immutable, Alias("TaskOrigin")]
public sealed record TaskOrigin([property: Id(0)] TaskOriginKind Kind, [property: Id(1)] UnitPath Unit, [property: Id(2)] string Id)
{
    private const int LongestId = 256;

    public static TaskOrigin? Parse(string? text)
    {
        if (text?.Split(':', 3) is not [var word, var unit, .. var rest]) return null;
        var isKnown = Enum.TryParse<TaskOriginKind>(word, ignoreCase: true, out var kind) && WordOf(kind) == word;
        var id = rest is [var given] ? given : "";
        return isKnown && UnitPath.TryParse(unit, out var path) && !path.IsLine && id.Length <= LongestId ? new TaskOrigin(kind, path, id) : null;
    }

    public override string ToString() => Id.Length == 0 ? $"{WordOf(Kind)}:{Unit}" : $"{WordOf(Kind)}:{Unit}:{Id}";

    private static string WordOf(TaskOriginKind kind) => kind switch
    {
        TaskOriginKind.Review => "review",
        TaskOriginKind.Cases => "cases",
        _ => "silence",
    };
}
