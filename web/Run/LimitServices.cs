using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace OpsBoard.Web.Run;

internal static class LimitServices
{
    public static IServiceCollection AddConnectionLimits(this IServiceCollection services)
    {
        services.AddOptions<ConnectionOptions>().BindConfiguration("Connections").ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<IConfigureOptions<KestrelServerOptions>, ConnectionLimits>();
    }
}
