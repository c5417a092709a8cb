using System.Text;
using BenchmarkDotNet.Attributes;
using OpsBoard.Events;

namespace OpsBoard.Benchmarks;

/// <summary>Intake's share of an event: its JSON is read, judged, and made an event.</summary>
#pragma warning disable MA0053 // BenchmarkDotNet derives from it.
public class ReadingBenchmarks
#pragma warning restore MA0053
{
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private byte[] _item = [];

    [Params("""{"ticket":"t-1"}""", """{"case":"c-1","ticket":"t-1","item":"i-7","channel":"window","trips":1,"promisedDays":5,"legalDays":20}""")]
    public string Data { get; set; } = "";

    [GlobalSetup]
    public void AnItemAsItIsSent()
    {
        var type = Data.Contains("case", StringComparison.Ordinal) ? "opsboard.case.accepted" : "opsboard.ticket.called";
        _item = Encoding.UTF8.GetBytes(
            $$"""{"specversion":"1.0","id":"0190f5c1-{{type.Length}}","source":"haikou-queue","type":"{{type}}","subject":"hainan/haikou/housing/w01","time":"2026-11-20T10:00:00.123+08:00","data":{{Data}}}""");
        if (ReadOneEvent().Event is null) throw new InvalidOperationException("What is measured is not read.");
    }

    [Benchmark]
    public Reading ReadOneEvent() => EventReader.Read(_item, _now);
}
