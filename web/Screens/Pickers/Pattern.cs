namespace OpsBoard.Web.Screens.Pickers;

/// <summary>Fills the places of a sentence: <c>{unit}</c> is replaced by the text of that name.</summary>
internal static class Pattern
{
    public static string Fill(this string pattern, params IEnumerable<(string Place, string Text)> texts) =>
        texts.Aggregate(pattern, static (filled, text) => filled.Replace($"{{{text.Place}}}", text.Text, StringComparison.Ordinal));
}
