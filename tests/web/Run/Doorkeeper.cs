using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace OpsBoard.Web.Tests.Run;

/// <summary>Stands before everything else in the server and answers 503 where a test says so.</summary>
internal sealed class Doorkeeper : IStartupFilter
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, bool> _refused = new(StringComparer.Ordinal);

    /// <summary>Status and path of each answer since the start; of very many the latest.</summary>
    public ConcurrentQueue<(int Status, string Path)> Answers { get; } = [];

    public void Refuse(params string[] prefixes)
    {
        foreach (var prefix in prefixes) _refused[prefix] = true;
    }

    public void Admit(params string[] prefixes)
    {
        foreach (var prefix in prefixes) _refused.TryRemove(prefix, out _);
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            var path = context.Request.Path.Value ?? "";
            if (_refused.Keys.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal))) context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            else await rest(context);
            Answers.Enqueue((context.Response.StatusCode, path));
            if (Answers.Count > Most) Answers.TryDequeue(out _);
        });
        next(app);
    };
}
