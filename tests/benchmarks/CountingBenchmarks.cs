using BenchmarkDotNet.Attributes;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Benchmarks;

/// <summary>The counting core: one event that comes upon those of its subject, until its marks are in the cell.</summary>
#pragma warning disable MA0053 // BenchmarkDotNet derives from it.
public class CountingBenchmarks
#pragma warning restore MA0053
{
    private Arrival? _arrival;

    [Params(
        EventKind.TicketCalled,
        EventKind.CaseAccepted,
        EventKind.CaseCompleted,
        EventKind.ReviewSubmitted,
        EventKind.ReviewRectified,
        EventKind.HotlineClosed)]
    public EventKind Event { get; set; }

    [GlobalSetup]
    public void ThePackagedTerms() => _arrival = Arrival.Of(Event, PackagedDefaults.Terms.For(UnitPath.Parse("hainan/haikou/housing/w01")));

    [Benchmark]
    public void CountOneEvent() => _arrival!.Count();
}
