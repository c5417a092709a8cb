using System.Collections.Concurrent;

namespace OpsBoard.Embedded;

/// <summary>What tests and the grains that they run tell each other, by name.</summary>
internal static class Signals
{
    private static readonly ConcurrentDictionary<string, TaskCompletionSource> s_signals = new(StringComparer.Ordinal);

    [ThreadStatic]
    private static bool t_isGiving;

    /// <summary>True while this very thread gives the eager signal.</summary>
    public static bool IsGiving => t_isGiving;

    /// <summary>Whoever waits for it would go on inside <see cref="GiveEagerly"/>, if it may.</summary>
    public static TaskCompletionSource Eager { get; } = new();

    public static void GiveEagerly()
    {
        t_isGiving = true;
        Eager.SetResult();
        t_isGiving = false;
    }

    public static Task Given(string name) => Of(name).Task;

    public static void Give(string name) => Of(name).TrySetResult();

    private static TaskCompletionSource Of(string name) =>
        s_signals.GetOrAdd(name, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
