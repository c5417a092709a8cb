using System.Reflection;
using Microsoft.AspNetCore.SignalR;
using OpsBoard.Units;

namespace OpsBoard.Web.Access;

/// <summary>Says of an endpoint, page or hub method where the unit stands that it tells of, so that one handler can compare it with what somebody may see.</summary>
/// <param name="name">Of the value in the route or query, or of the argument; empty where there is none.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class ScopeFromAttribute(ScopePlace place, string name = "") : Attribute
{
    public ScopePlace Place => place;

    public string Name => name;

    public static ScopeFromAttribute? Of(MethodInfo hubMethod) => hubMethod.GetCustomAttribute<ScopeFromAttribute>();

    /// <returns>Null when no unit is asked for.</returns>
    public string? Find(HttpContext http) => place switch
    {
        // A further reading of a unit stands behind its path: hainan/haikou/history.
        ScopePlace.Route => UnitPath.WithoutReserved(http.GetRouteValue(name)?.ToString()),
        ScopePlace.Query => http.Request.Query[name].FirstOrDefault(),
        _ => null,
    };

    /// <returns>Null when no unit is asked for.</returns>
    public string? Find(HubInvocationContext call) => place == ScopePlace.Argument
        ? call.HubMethodArguments[Array.FindIndex(call.HubMethod.GetParameters(), parameter => parameter.Name == name)]?.ToString()
        : null;
}
