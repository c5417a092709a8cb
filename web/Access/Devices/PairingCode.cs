using System.Security.Cryptography;

namespace OpsBoard.Web.Access.Devices;

/// <summary>
/// What an unpaired wall shows: eight of twenty consonants, which spell no word and are not taken for each other, about 34 bits. It is read and typed as
/// <c>BCDF-GHJK</c>.
/// </summary>
internal static class PairingCode
{
    public const int Length = 8;

    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ";

    public static string New()
    {
        var letters = RandomNumberGenerator.GetString(Letters, Length);
        return $"{letters[..4]}-{letters[4..]}";
    }

    /// <summary>In any case, with or without its hyphen and with spaces anywhere.</summary>
    /// <returns>The code as it is shown; null for what is none.</returns>
    public static string? Read(string? text)
    {
        var letters = new string([.. (text ?? "").Where(static letter => letter is not (' ' or '-'))]).ToUpperInvariant();
        return letters.Length == Length && letters.All(Letters.Contains) ? $"{letters[..4]}-{letters[4..]}" : null;
    }
}
