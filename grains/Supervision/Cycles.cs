using OpsBoard.Units;

namespace OpsBoard.Supervision;

/// <summary>The words for cycles in configuration files and bodies.</summary>
public static class Cycles
{
    internal static readonly Dictionary<string, Cycle> ByWord = new(StringComparer.Ordinal)
    {
        ["month"] = Cycle.Month,
        ["quarter"] = Cycle.Quarter,
        ["year"] = Cycle.Year,
    };

    public static string WordOf(Cycle cycle) => ByWord.Single(pair => pair.Value == cycle).Key;
}
