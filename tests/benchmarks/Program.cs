using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Mathematics.OutlierDetection;
using OpsBoard.Benchmarks;

// In this process: the settings of the build hold, and nothing is built while something is measured.
var job = Job.Default
    .WithToolchain(InProcessEmitToolchain.Instance)
    .WithWarmupCount(5)
    .WithIterationCount(20)
    .WithOutlierMode(OutlierMode.DontRemove);

BenchmarkRunner.Run(
    [typeof(CountingBenchmarks), typeof(ReadingBenchmarks)],
    DefaultConfig.Instance
        .AddJob(job)
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumn(StatisticColumn.Min, StatisticColumn.Median, StatisticColumn.Max)
        .WithArtifactsPath("artifacts/benchmarks"),
    args);
