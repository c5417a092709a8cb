using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpsBoard.Configuration;
using OpsBoard.Events.Queues;
using OpsBoard.Journal;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Adapters;
using OpsBoard.Web.Intake;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Intake;

/// <summary>A real server on the loopback with the intake, a fake journal and nothing else; it takes every sender.</summary>
internal sealed class IntakeServer : IAsyncDisposable
{
    private const string Units = """
        {"version":1,"units":[
          {"path":"hainan","name":{"zh":"海南","en":"Hainan"}},
          {"path":"hainan/jiyang","name":{"zh":"吉阳","en":"Jiyang"}},
          {"path":"hainan/jiyang/housing","name":{"zh":"住建","en":"Housing"}},
          {"path":"hainan/jiyang/housing/w03","name":{"zh":"三号","en":"Window 3"}}]}
        """;

    private const string QueueMachines = """{"version":1,"machines":[{"machine":"M01","windows":[{"window":"3","unit":"hainan/jiyang/housing/w03"}]}]}""";

    private readonly WebApplication _app;

    private IntakeServer(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Metrics = new CountedMetrics(app.Services);
    }

    public FakeJournal Journal { get; private init; } = new();

    public RememberedLog Log { get; private init; } = new();

    /// <summary>Sends with this header are another caller's each.</summary>
    public const string CallerHeader = "test-caller";

    /// <summary>The rates of callers, as a registry would say; without one, as configured.</summary>
    public ConcurrentDictionary<string, CallerRate> Rates { get; private init; } = [];

    public ManualClock Clock { get; private init; } = new();

    public IntakeGates Gates => _app.Services.GetRequiredService<IntakeGates>();

    public HttpClient Client { get; }

    public CountedMetrics Metrics { get; }

    public static async Task<IntakeServer> Start(bool autoRegister = false, params (string Key, string Value)[] settings)
    {
        var (journal, log, clock) = (new FakeJournal(), new RememberedLog(), new ManualClock());
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("Units:AutoRegister", autoRegister.ToString()), .. settings.Select(static pair => new KeyValuePair<string, string?>(pair.Key, pair.Value))]);
        builder.Logging.AddProvider(log);
        builder.Services.AddRoutingCore().AddIntake();
        builder.Services.AddAuthorization(static options => options.AddPolicy(Policies.Ingest, static policy => policy.RequireAssertion(static _ => true)));
        builder.Services.AddSingleton<IJournal>(journal);
        builder.Services.AddSingleton(RosterReader.Read(Encoding.UTF8.GetBytes(Units), "units.json"));
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton(QueueMachinesReader.Read(ConfigurationEntry.Parse(Encoding.UTF8.GetBytes(QueueMachines), "queue-machines.json")));

        var app = builder.Build();
        var rates = new ConcurrentDictionary<string, CallerRate>();
        app.Use((http, next) =>
        {
            if (http.Request.Headers[CallerHeader] is [{ } name]) http.Features.Set(new Caller(name, rates.TryGetValue(name, out var rate) ? rate : null));
            return next(http);
        });
        app.UseRouting();
        app.UseAuthorization();
        app.MapIntake();
        app.MapQueueMachines();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new IntakeServer(app) { Journal = journal, Log = log, Clock = clock, Rates = rates };
    }

    public Task<IntakeReply> SendBatch(params string[] items) => SendBatch(Encoding.UTF8.GetBytes(SomeItem.Batch(items)));

    public Task<IntakeReply> SendBatch(byte[] body) => Send("application/cloudevents-batch+json", body);

    public Task<IntakeReply> SendBatchAs(string caller, params string[] items) =>
        Send("application/cloudevents-batch+json", Encoding.UTF8.GetBytes(SomeItem.Batch(items)), (CallerHeader, caller));

    public Task<IntakeReply> SendStructured(byte[] body) => Send("application/cloudevents+json", body);

    /// <param name="headers">Added to a full set of <c>ce-</c> headers; null takes one of them out.</param>
    public Task<IntakeReply> SendBinary(byte[] body, params (string Name, string? Value)[] headers)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ce-specversion"] = "1.0",
            ["ce-id"] = "e-1",
            ["ce-source"] = "urn:hall:jiyang",
            ["ce-type"] = SomeItem.AcceptedCase,
            ["ce-subject"] = "hainan/jiyang/housing/w03",
            ["ce-time"] = "2026-11-20T09:59:00+08:00",
        };
        foreach (var (name, value) in headers) all[name] = value;
        return Send("application/json", body, [.. all.Where(static pair => pair.Value is not null).Select(static pair => (pair.Key, pair.Value!))]);
    }

    public Task<IntakeReply> Send(string? contentType, byte[] body, params (string Name, string Value)[] headers) => SendTo(IntakeEndpoints.Path, contentType, body, headers);

    public async Task<IntakeReply> SendTo(string address, string? contentType, byte[] body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        if (contentType is not null) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content.Headers.Add(name, value);
        }

        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await IntakeReply.Of(response);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Metrics.Dispose();
        await _app.DisposeAsync();
    }
}
