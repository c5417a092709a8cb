using OpsBoard.Web.Intake;
using OpsBoard.Web.Run;

namespace OpsBoard.Floor;

/// <summary>The product's own web server, limits, gates, reading and answer, for something else behind them.</summary>
internal static class BareFront
{
    /// <param name="behind">Adds what takes the events.</param>
    public static WebApplication Build(Action<IServiceCollection> behind)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // Whatever the environment says: nobody but this machine may write to it.
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(TimeProvider.System).AddConnectionLimits().AddIntake().AddProblemDetails();
        builder.Services.AddOptions<Web.Board.LiveOptions>();
        behind(builder.Services);
        return builder.Build();
    }
}
