using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OpsBoard.Web.Access.Sessions;
using OpsBoard.Web.Access.Sources;

namespace OpsBoard.Web.Access;

/// <summary>Decides who says whose a request is.</summary>
internal static class Doors
{
    public const string Name = "doors";

    public static AuthenticationBuilder AddDoors(this IServiceCollection services) => services
        .AddAuthentication(Name)
        .AddPolicyScheme(Name, null, static options => options.ForwardDefaultSelector = DoorOf)
        .AddScheme<AuthenticationSchemeOptions, SourceDoor>(SourceDoor.Name, null)
        .AddScheme<AuthenticationSchemeOptions, SessionDoor>(SessionDoor.Name, null)
        .AddScheme<AuthenticationSchemeOptions, OpenDoor>(OpenDoor.Name, static options => options.ForwardChallenge = options.ForwardForbid = SessionDoor.Name)
        .AddScheme<AuthenticationSchemeOptions, ClosedDoor>(ClosedDoor.Name, null);

    // Who is signed in is that one on an open server, too.
    private static string DoorOf(HttpContext http) => http switch
    {
        _ when SourceDoor.IsFor(http.Request) => SourceDoor.Name,
        _ when SessionDoor.Of(http) is null && http.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value.Open => OpenDoor.Name,
        _ => SessionDoor.Name,
    };
}
