using System.Text;

namespace OpsBoard.Web.Import;

/// <summary>Makes a segment of a unit path of a name: lower-case ASCII letters and digits stay, everything between them becomes one hyphen.</summary>
internal static class Slug
{
    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var letter in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }
}
