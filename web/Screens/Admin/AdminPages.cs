using System.Security.Claims;
using OpsBoard.Web.Access;

namespace OpsBoard.Web.Screens.Admin;

/// <summary>The pages of the administration, and which of them somebody may open.</summary>
internal static class AdminPages
{
    public const string Devices = "/admin/devices";
    public const string Sources = "/admin/sources";
    public const string People = "/admin/people";
    public const string Audit = "/admin/audit";

    private static readonly (string Address, string Policy, Func<AdminWords, string> Name)[] All =
    [
        (Devices, Policies.Fleet, static words => words.Devices),
        (Sources, Policies.Administer, static words => words.Sources),
        (People, Policies.Administer, static words => words.People),
        (Audit, Policies.Audit, static words => words.Audit),
    ];

    public static IEnumerable<(string Address, string Name)> For(ClaimsPrincipal user, AdminWords words) =>
        All.Where(page => Principal.Of(user) is not { } principal || Policies.All[page.Policy].Fits(principal)).Select(page => (page.Address, page.Name(words)));
}
