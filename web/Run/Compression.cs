using OpsBoard.Web.Board;

namespace OpsBoard.Web.Run;

/// <summary>
/// Compresses sockets, events, bodies of the API, pages and their files. What compression could reveal beside a text of somebody's choice
/// would be a secret that stays the same from page to page; a form's token is encrypted anew each time.
/// </summary>
internal static class Compression
{
    private static readonly string[] Types = ["text/html", "application/json", "application/problem+json", "text/event-stream", "text/csv", "text/css", "text/javascript", "image/svg+xml"];

    public static IServiceCollection AddCompression(this IServiceCollection services) => services.AddResponseCompression(static options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = Types;
    });

    /// <summary>Stands before what it compresses.</summary>
    public static void UseCompression(this IApplicationBuilder app)
    {
        app.UseResponseCompression();
        app.UseWebSockets();
        app.Use(CompressedSockets.Accept);
    }
}
