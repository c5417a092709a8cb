using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using OpsBoard.Testing;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Telemetry;

/// <summary>All instruments of a server, the framework's too, while it is used in every way that has a name in it.</summary>
public sealed partial class MetricAttributesTests : IAsyncLifetime
{
    private const string Case = "case-4711";

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, bool> _instruments = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _attributes = new(StringComparer.Ordinal);
    private LiveServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await LiveServer.Start(LiveServer.Hainan);
        Listen(_server.Service<IMeterFactory>());
        await _server.Post(SentEvent.Accepted(Case), SentEvent.Accepted(Case), SentEvent.Accepted("c2", window: "nowhere"));
        foreach (var address in (string[])["wall/hainan", "units/hainan/haikou", "m/hainan", "api/v1/units/hainan/haikou", $"events?counter=accepted&unit=hainan&case={Case}", "api/v1/sources", "api/v1/sources/urn:test:hall/gaps", "no/hainan"])
            using (await _server.Client.GetAsync(address)) { }
        await using var viewer = await HubViewer.Connect(_server.Address);
        await viewer.Call("Subscribe", "hainan/haikou");
        await _server.Board("hainan", static board => board.GetProperty("counts").GetProperty("accepted").GetInt32() == 1);
        _listener.RecordObservableInstruments();
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public void No_unit_no_case_no_source_and_no_person_is_an_attribute_of_a_metric()
    {
        Assert.Contains("http.server.request.duration http.route=/api/v1/units/{**path}", _attributes.Keys);
        Assert.All(_attributes.Keys, static attribute => Assert.DoesNotMatch(Named(), attribute));
    }

    [Fact]
    public void Every_metric_stands_in_the_operators_manual_and_no_other()
    {
        var manual = File.ReadAllText(Path.Combine(Corpora.Repository(), "docs", "operations.md"));

        // Orleans counts the grains in a cluster.
        var told = _instruments.Keys.Where(static name => name.StartsWith("opsboard.", StringComparison.Ordinal)).Union(GrainsMetric.IsOfOrleans ? [GrainsMetric.OfTheEngine] : []);

        Assert.Equal(InManual().Matches(manual).Select(static match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    // Other servers of this process have meters of the same names.
    private void Listen(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (!ReferenceEquals(instrument.Meter.Scope, meters)) return;
            _instruments[instrument.Name] = true;
            listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, _, attributes, _) => Note(instrument, attributes));
        _listener.SetMeasurementEventCallback<int>((instrument, _, attributes, _) => Note(instrument, attributes));
        _listener.SetMeasurementEventCallback<double>((instrument, _, attributes, _) => Note(instrument, attributes));
        _listener.Start();
    }

    private void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> attributes)
    {
        foreach (var (key, value) in attributes) _attributes[$"{instrument.Name} {key}={value}"] = true;
    }

    [GeneratedRegex("hainan|haikou|nowhere|urn:|case-4711|c2", RegexOptions.None, 60_000)]
    private static partial Regex Named();

    [GeneratedRegex("`(?<name>opsboard\\.[a-z_.]+)`", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex InManual();
}
