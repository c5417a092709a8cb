using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Tests.Run;

/// <summary>What one server counts, as an operator's tool sees it.</summary>
internal sealed class CountedMetrics : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, long> _sums = new(StringComparer.Ordinal);

    /// <param name="services">Of the server; other servers of the process have meters of the same name.</param>
    public CountedMetrics(IServiceProvider services)
    {
        var meters = services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == OpsBoardMetrics.MeterName && ReferenceEquals(instrument.Meter.Scope, meters)) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) =>
        {
            var name = labels.Length == 0 ? instrument.Name : $"{instrument.Name} {labels[0].Value}";
            if (instrument.IsObservable) _sums[name] = value;
            else _sums.AddOrUpdate(name, value, (_, sum) => sum + value);
        });
        _listener.Start();
    }

    /// <summary>The sum of a counter under its label, or the present value of a gauge.</summary>
    public long this[string name]
    {
        get
        {
            _listener.RecordObservableInstruments();
            return _sums.GetValueOrDefault(name);
        }
    }

    public void Dispose() => _listener.Dispose();
}
