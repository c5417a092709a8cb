using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using OpsBoard.Web.Board;
using OpsBoard.Web.Screens.Wall;

namespace OpsBoard.Web.Screens;

/// <summary>
/// The files that screens load, under <c>/a/{build}/</c>. An address never changes its content, so it is kept for ever; another
/// build's address is not found rather than answered with files that do not fit together.
/// </summary>
internal sealed class Assets(BuildIdentity build) : IDisposable
{
    private readonly PhysicalFileProvider _files = new(BuildIdentity.AssetDirectory);
    private readonly FileExtensionContentTypeProvider _types = new();
    private readonly ConcurrentDictionary<string, byte[]> _zipped = new(StringComparer.Ordinal);

    public static string Address(BuildIdentity build, string path) => $"/a/{build.Id}/{path}";

    public IResult Send(HttpContext context, string id, string path)
    {
        var file = _files.GetFileInfo(path);
        if (id != build.Id || !file.Exists || !_types.TryGetContentType(path, out var type)) return Results.NotFound();
        var isText = type.StartsWith("text/", StringComparison.Ordinal);
        ContentPolicy.ForFile(context.Response);
        if (!isText) return Results.File(file.PhysicalPath!, type);
        context.Response.Headers.Vary = "Accept-Encoding";
        if (!context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal)) return Results.File(file.PhysicalPath!, $"{type}; charset=utf-8");
        context.Response.Headers.ContentEncoding = "gzip";
        return Results.Bytes(_zipped.GetOrAdd(file.PhysicalPath!, Zipped), $"{type}; charset=utf-8");
    }

    // Once for each file: they do not change while the build runs, and hold nothing that is anybody's secret.
    private static byte[] Zipped(string path)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.SmallestSize)) zip.Write(File.ReadAllBytes(path));
        return zipped.ToArray();
    }

    public static IResult SendArcMinute(HttpContext context, int thousandths)
    {
        ContentPolicy.ForFile(context.Response);
        return Results.Text(ArcMinute.Stylesheet(thousandths), "text/css; charset=utf-8");
    }

    public static IResult SendOverscan(HttpContext context, int thousandths)
    {
        ContentPolicy.ForFile(context.Response);
        return Results.Text(Overscan.Stylesheet(thousandths), "text/css; charset=utf-8");
    }

    public void Dispose() => _files.Dispose();
}
