using System.Collections.Immutable;
using Orleans;
using Orleans.Concurrency;

namespace OpsBoard.Embedded;

/// <summary>Writes down what happens to it. <see cref="Hold"/> gives the signal "key held" and waits for "key go".</summary>
internal interface IDiaryGrain : IGrainWithStringKey
{
    Task<ImmutableArray<string>> Read();

    [AlwaysInterleave]
    Task<ImmutableArray<string>> ReadAtOnce();

    Task Write(string entry);

    Task WriteAfterYielding(string entry);

    Task Hold();

    Task<int> CountWithoutCare();

    /// <summary>Waits for the eager signal, and answers whether it went on in the middle of giving it.</summary>
    Task<bool> GoesOnElsewhere();

    Task Fail(string message);

    [OneWay]
    Task HoldOneWay();

    [OneWay]
    Task FailOneWay();

    Task AskMyself();

    Task Tick(TimeSpan period, bool interleave, bool keepAlive);

    Task TickAndFail(TimeSpan period);

    Task StopTicking();

    Task<int> Activation();

    Task Leave();

    ValueTask<string> Key();

    ValueTask WriteValue(string entry);
}
