using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace OpsBoard.Web.OpenApi;

/// <summary><c>GET /openapi/v1.json</c>: the API as an OpenAPI 3.1 document. It tells nothing of any unit, so it needs no key.</summary>
internal static class OpenApiEndpoint
{
    public const string Path = "/openapi/v1.json";

    private static readonly byte[] Document = Read();
    private static readonly EntityTagHeaderValue Tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Document))[..16]}\"");

    public static void MapOpenApiDocument(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path, Send).AllowAnonymous();

    private static FileContentHttpResult Send(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(Document, "application/json; charset=utf-8", entityTag: Tag);
    }

    private static byte[] Read()
    {
        using var stream = typeof(OpenApiEndpoint).Assembly.GetManifestResourceStream("OpsBoard.OpenApi.v1.json")!;
        var document = new byte[stream.Length];
        stream.ReadExactly(document);
        return document;
    }
}
