using System.Security.Cryptography;
using System.Text;
using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>Names everything that cells depend on besides the events, in a form that the layout of the files does not change.</summary>
internal static class TermsFingerprint
{
    private const int Length = 16;

    public static string Of(CountingTerms terms)
    {
        var text = string.Join('\n', Lines(terms));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];
    }

    private static IEnumerable<string> Lines(CountingTerms terms) =>
    [
        $"rules {CountingTerms.RulesVersion}",
        $"seal {terms.SealAfterDays}",
        Line("*", terms.Otherwise),
        .. terms.Local.OrderBy(static pair => pair.Key, UnitPath.InOrder).Select(static pair => Line(pair.Key.ToString(), pair.Value)),
    ];

    private static string Line(string unit, LocalTerms terms)
    {
        var days = string.Concat(terms.Calendar.Exceptions.Select(static day => $" {day.Key}{(day.Value ? '+' : '-')}"));
        return $"{unit} {terms.Reviews.ContactDays} {terms.Reviews.RectifyDays} {terms.OfficeFrom:HH:mm:ss} {terms.OfficeTo:HH:mm:ss}{days}";
    }
}
