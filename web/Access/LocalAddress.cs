namespace OpsBoard.Web.Access;

/// <summary>Where a form leads back to: whatever it says, only to a page of this server.</summary>
internal static class LocalAddress
{
    public static string Or(string? address, string other)
    {
        var isLocal = address is ['/'] || (address is ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl));
        return isLocal ? address! : other;
    }
}
