using System.Collections.Immutable;
using System.Globalization;
using OpsBoard.Units;

namespace OpsBoard.Web.Access.Sources;

/// <summary>A system that may send, as the registry has it.</summary>
/// <param name="Name">Lower-case ASCII letters, digits and inner hyphens, at most 64; never given to another one.</param>
/// <param name="Units">What it may write: these units and all beneath them.</param>
/// <param name="EventsPerSecond">Its own rate; null: the configured one.</param>
public sealed record RegisteredSource(string Name, ImmutableArray<UnitPath> Units, int? EventsPerSecond = null)
{
    public const int LongestName = 64;

    public const int HighestRate = 1_000_000;

    // As the configured burst is to the configured rate.
    private const int SecondsOfBurst = 4;

    /// <summary>Its limits. Nobody else can be called so: no other caller's name has a colon.</summary>
    public Caller Caller => new(Actor, EventsPerSecond is { } rate ? new CallerRate(rate, rate * SecondsOfBurst) : null);

    /// <summary>What the audit trail calls it.</summary>
    public string Actor => $"source:{Name}";

    public bool Writes(UnitPath unit) => Units.Any(own => own.Contains(unit));

    /// <summary>
    /// Whether the CloudEvents <c>source</c> is its own: its name, or whatever begins with its name and a slash. Two sources never share one, so
    /// neither can take the other's identities, and none has to be claimed.
    /// </summary>
    public bool SpeaksAs(string source) =>
        source.StartsWith(Name, StringComparison.Ordinal) && (source.Length == Name.Length || source[Name.Length] == '/');

    /// <summary>One line for whoever chose another.</summary>
    public static readonly string NameRule = string.Create(CultureInfo.InvariantCulture, $"A source's name has lower-case ASCII letters, digits and inner hyphens, at most {LongestName}.");

    public static readonly string RateRule = string.Create(CultureInfo.InvariantCulture, $"A rate is 1 to {HighestRate} events a second.");

    public static bool IsRate(long rate) => rate is >= 1 and <= HighestRate;

    public static bool IsName(string text) =>
        text is { Length: > 0 and <= LongestName } && text[0] != '-' && text[^1] != '-' && text.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
