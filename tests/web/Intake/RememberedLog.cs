using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OpsBoard.Web.Tests.Intake;

/// <summary>Keeps the lines that were logged, with their exceptions; of very many the latest.</summary>
internal sealed class RememberedLog : ILoggerProvider, ILogger
{
    private const int Most = 2_000;

    private readonly ConcurrentQueue<string> _lines = new();

    private readonly ConcurrentQueue<(string Part, TaskCompletionSource Heard)> _awaited = new();

    public IEnumerable<string> Lines => _lines;

    /// <summary>Completes with the next line that holds this text.</summary>
    public Task Hears(string part)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _awaited.Enqueue((part, heard));
        return heard.Task;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Keep(exception is null ? formatter(state, exception) : $"{formatter(state, exception)} {exception}");

    private void Keep(string line)
    {
        _lines.Enqueue(line);
        if (_lines.Count > Most) _lines.TryDequeue(out _);
        foreach (var (part, heard) in _awaited)
        {
            if (line.Contains(part, StringComparison.Ordinal)) heard.TrySetResult();
        }
    }

    public void Dispose()
    {
    }
}
