using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Tests.Intake;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Access.Sources;

/// <summary>A server that nobody may use without a key, its registry, and whoever sends to it. It logs everything there is to log.</summary>
public sealed class ClosedProvince : IAsyncLifetime
{
    public const string OwnWindow = "hainan/haikou/taxation/w01";
    public const string ForeignWindow = "hainan/sanya/integrated/w01";
    public const string Batch = "application/cloudevents-batch+json";

    private CountedMetrics? _metrics;

    internal LiveServer Server { get; private set; } = null!;

    internal RememberedLog Log { get; } = new();

    internal CountedMetrics Metrics => _metrics ??= new CountedMetrics(Server.Service<IServiceProvider>());

    internal SourceBook Book => Server.Service<SourceBook>();

    public async ValueTask InitializeAsync()
    {
        Server = await LiveServer.Start(LiveServer.Hainan, open: false, adjust: services => services
            .AddLogging(logging => logging.AddProvider(Log))
            .Configure<LoggerFilterOptions>(static filter =>
            {
                filter.Rules.Clear();
                filter.MinLevel = LogLevel.Trace;
            }));
        _ = Metrics;
    }

    public async ValueTask DisposeAsync()
    {
        _metrics?.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>Registers a source for 海口 and tells the server at once what it would notice within a second.</summary>
    /// <returns>Its secret.</returns>
    public string Add(string name, KeyKind kind = KeyKind.Signing, int? rate = null, params string[] units)
    {
        var source = new RegisteredSource(name, [.. (units.Length == 0 ? ["hainan/haikou"] : units).Select(UnitPath.Parse)], rate);
        var issued = Book.Add("local", source, kind, kind == KeyKind.Bearer ? TimeSpan.FromDays(90) : null);
        Look();
        return issued.Secret;
    }

    public void Look() => Server.Service<AccessWatch>().Look();

    /// <summary>An accepted case under the name of the source.</summary>
    internal static string Item(string source, string id = "e-1", string window = OwnWindow) =>
        SomeItem.Json(("source", $"\"{source}\""), ("id", $"\"{id}\""), ("subject", $"\"{window}\""), ("data", $$"""{"case":"{{source}}-{{id}}"}"""));

    internal Task<IntakeReply> Send(string source, string secret, params string[] items) => Send(Signed(source, secret, Encoding.UTF8.GetBytes(SomeItem.Batch(items))));

    internal async Task<IntakeReply> Send(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await Server.Client.SendAsync(request, TestContext.Current.CancellationToken);
            return await IntakeReply.Of(response);
        }
    }

    /// <param name="at">When it was signed; null: now by the server's clock.</param>
    internal HttpRequestMessage Signed(string source, string secret, byte[] body, DateTimeOffset? at = null, string path = "/api/v1/events", string type = Batch)
    {
        var timestamp = (at ?? Server.Clock.Now).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var tag = SourceSignature.Tag(Convert.FromBase64String(secret["whsec_".Length..]), "r-1", timestamp, body);
        var request = Unsigned(body, path, type);
        request.Headers.Add("OpsBoard-Source", source);
        request.Headers.Add("webhook-id", "r-1");
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(tag)}");
        return request;
    }

    internal static HttpRequestMessage Unsigned(byte[] body, string path = "/api/v1/events", string type = Batch) =>
        new(HttpMethod.Post, path) { Content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } } };
}
