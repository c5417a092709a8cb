using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace OpsBoard.Web.Access.People;

/// <summary>Passwords as they are kept: PBKDF2 with HMAC-SHA512, 210,000 rounds and a salt each.</summary>
public static class Passwords
{
    public const int Shortest = 12;
    public const int Longest = 128;

    private const int Rounds = 210_000;

    // Without letters and digits that are taken for each other; 20 of them are 99 bits.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private static readonly Lazy<string> Nobodys = new(static () => Hash(Generate()));

    /// <summary>A new one such as <c>k7fmp-x3wqa-9hrtc-b2ynd</c>.</summary>
    public static string Generate() => string.Join('-', Enumerable.Range(0, 4).Select(static _ => RandomNumberGenerator.GetString(Letters, 5)));

    public static string Hash(string password) => Hasher.HashPassword("", password);

    /// <summary>Takes as long where there is no password to compare with.</summary>
    public static bool Fits(string? hash, string password) => Hasher.VerifyHashedPassword("", hash ?? Nobodys.Value, password) != PasswordVerificationResult.Failed && hash is not null;
}
