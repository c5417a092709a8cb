using System.Security.Claims;
using OpsBoard.Web.Access;

namespace OpsBoard.Web.Screens.Admin;

/// <summary>The pages of the administration, and which of them somebody may open.</summary>
internal static class AdminPages
{
    public const string Devices = "/admin/devices";
    public const string Sources = "/admin/sources";
    public const string People = "/admin/people";
    public const string Units = "/admin/units";
    public const string Targets = "/admin/targets";
    public const string Calendars = "/admin/calendars";
    public const string Audit = "/admin/audit";

    private static readonly (string Address, string Policy, Func<Words, string> Name)[] All =
    [
        (Devices, Policies.Fleet, static words => AdminWords.For(words).Devices),
        (Sources, Policies.Administer, static words => AdminSourcesWords.For(words).Title),
        (People, Policies.Administer, static words => AdminWords.For(words).People),
        (Units, Policies.Administer, static words => ConfigurationWords.For(words).Units),
        (Targets, Policies.Administer, static words => ConfigurationWords.For(words).Targets),
        (Calendars, Policies.Administer, static words => ConfigurationWords.For(words).Calendars),
        (Audit, Policies.Audit, static words => AdminWords.For(words).Audit),
    ];

    public static IEnumerable<(string Address, string Name)> For(ClaimsPrincipal user, Words words) =>
        All.Where(page => Principal.Of(user) is not { } principal || Policies.All[page.Policy].Fits(principal)).Select(page => (page.Address, page.Name(words)));
}
