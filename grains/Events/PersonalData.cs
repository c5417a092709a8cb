using System.Globalization;

namespace OpsBoard.Events;

/// <summary>
/// Tells ids that are really a citizen's numbers (RELIABILITY S14). The check digit of identity cards is not looked at:
/// a mistyped number is no less personal. So a case number made of six digits, a date and four digits is refused too; a letter or a hyphen in it helps.
/// </summary>
internal static class PersonalData
{
    private const int IdentityLength = 18;
    private const int MobileLength = 11;

    /// <summary>True when the text holds an identity-card number, or is a Chinese mobile number as a whole.</summary>
    public static bool IsIn(ReadOnlySpan<char> text) => IsMobile(text) || HoldsIdentityNumber(text);

    private static bool IsMobile(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("+86")) text = text[3..];
        return text.Length == MobileLength && text[0] == '1' && text[1] >= '3' && CountDigits(text) == MobileLength;
    }

    private static bool HoldsIdentityNumber(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var digits = CountDigits(text);
            var endsInX = digits == IdentityLength - 1 && text.Length > digits && text[digits] is 'X' or 'x';
            if ((digits == IdentityLength || endsInX) && HoldsBirthDate(text)) return true;
            text = text[Math.Max(1, digits)..];
        }

        return false;
    }

    private static bool HoldsBirthDate(ReadOnlySpan<char> number) =>
        DateOnly.TryParseExact(number[6..14], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is >= 1900 and < 2100;

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? text.Length : length;
    }
}
