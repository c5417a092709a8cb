using System.Collections.Concurrent;

namespace OpsBoard.Embedded;

/// <summary>What tests and the grains that they run tell each other, by name.</summary>
internal static class Signals
{
    private static readonly ConcurrentDictionary<string, TaskCompletionSource> s_signals = new(StringComparer.Ordinal);

    public static Task Given(string name) => Of(name).Task;

    public static void Give(string name) => Of(name).TrySetResult();

    private static TaskCompletionSource Of(string name) =>
        s_signals.GetOrAdd(name, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
