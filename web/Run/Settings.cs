using System.Collections;
using System.Globalization;
using System.Reflection;
using OpsBoard.Board;
using OpsBoard.Silo.Hosting;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Sessions;
using OpsBoard.Web.Access.SignIn;
using OpsBoard.Web.Board;
using OpsBoard.Web.Intake;
using OpsBoard.Web.Recount;
using OpsBoard.Web.Replay;
using OpsBoard.Web.Supervision;
using OpsBoard.Web.Supervision.Notices;
using OpsBoard.Web.Telemetry;

namespace OpsBoard.Web.Run;

/// <summary>
/// Every setting of the program, as the classes of options have them. A key of their sections that none of them knows is a misspelt one: its
/// limit would silently stay what it was, so the server does not start with it.
/// </summary>
internal static class Settings
{
    /// <summary>The sections with all that is read from them; a test holds that none is forgotten.</summary>
    public static readonly (string Section, Type Options)[] All =
    [
        ("Access", typeof(AccessOptions)), ("Access:Oidc", typeof(OidcOptions)), ("Access:Stay", typeof(StayOptions)), ("Connections", typeof(ConnectionOptions)), ("Demo", typeof(DemoMode)), GrainHost.Settings,
        ("Freshness", typeof(FreshnessLimits)), ("Intake", typeof(IntakeOptions)), ("Journal", typeof(JournalOptions)), ("Live", typeof(LiveOptions)), (NoticeOptions.Section, typeof(NoticeOptions)), (SmtpOptions.Section, typeof(SmtpOptions)), ("Recount", typeof(RecountOptions)),
        ("Replay", typeof(ReplayOptions)), (SupervisionOptions.Section, typeof(SupervisionOptions)), (TelemetryOptions.Section, typeof(TelemetryOptions)), ("Units", typeof(UnitPacing)), (UnitsOptions.Section, typeof(UnitsOptions)),
    ];

    /// <summary>Such as <c>Journal:QueueLimit</c>, with the text of its default.</summary>
    public static IEnumerable<(string Key, string Default)> Defaults => All.SelectMany(static each =>
        Properties(each.Options).Select(property => ($"{each.Section}:{property.Name}", Text(property.GetValue(Activator.CreateInstance(each.Options))))));

    /// <exception cref="StartException">A key is in a section of the program, or of its other profile, and nobody reads it.</exception>
    public static void RefuseUnknown(IConfiguration configuration)
    {
        if (GrainHost.RefusalOf(configuration) is { } refusal) throw new StartException(refusal);
        foreach (var section in All.Select(static each => each.Section).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var known = KnownUnder(section);
            if (configuration.GetSection(section).GetChildren().FirstOrDefault(child => !known.Contains(child.Key)) is { } unknown)
                throw new StartException($"{unknown.Path} is no setting. Under {section} there are: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }
    }

    // Its own, and the sections beneath it.
    private static HashSet<string> KnownUnder(string section) => All
        .Where(each => each.Section == section).SelectMany(static each => Properties(each.Options)).Select(static property => property.Name)
        .Concat(All.Select(static each => each.Section).Where(other => other.StartsWith($"{section}:", StringComparison.Ordinal)).Select(other => other[(section.Length + 1)..].Split(':')[0]))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<PropertyInfo> Properties(Type options) => options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.CanWrite);

    private static string Text(object? value) => value switch
    {
        null or ICollection { Count: 0 } => "",
        bool yes => yes ? "true" : "false",
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
