namespace OpsBoard.Web.Access.Sources;

/// <summary>What somebody probably meant who mistyped a name.</summary>
internal static class Nearest
{
    /// <returns>The one to which the fewest letters have to be changed, put in or left out; of several the first; null when there is none.</returns>
    public static string? To(string text, IEnumerable<string> known) => known.MinBy(one => Distance(text, one));

    private static int Distance(string left, string right)
    {
        var above = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var row = new int[right.Length + 1];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
            above = row;
        }

        return above[^1];
    }
}
