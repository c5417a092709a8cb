using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens;

/// <summary>
/// The files that screens load, under <c>/a/{build}/</c>. An address never changes its content, so it is kept for ever; another
/// build's address is not found rather than answered with files that do not fit together.
/// </summary>
internal sealed class Assets(BuildIdentity build) : IDisposable
{
    private const string ForEver = "public, max-age=31536000, immutable";

    private readonly PhysicalFileProvider _files = new(BuildIdentity.AssetDirectory);
    private readonly FileExtensionContentTypeProvider _types = new();

    public static string Address(BuildIdentity build, string path) => $"/a/{build.Id}/{path}";

    public IResult Send(HttpContext context, string id, string path)
    {
        var file = _files.GetFileInfo(path);
        if (id != build.Id || !file.Exists || !_types.TryGetContentType(path, out var type)) return Results.NotFound();
        context.Response.Headers.CacheControl = ForEver;
        return Results.File(file.PhysicalPath!, type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type);
    }

    public static IResult SendArcMinute(HttpContext context, int thousandths)
    {
        context.Response.Headers.CacheControl = ForEver;
        return Results.Text(ArcMinute.Stylesheet(thousandths), "text/css; charset=utf-8");
    }

    public void Dispose() => _files.Dispose();
}
