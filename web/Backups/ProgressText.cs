using System.Globalization;

namespace OpsBoard.Web.Backups;

/// <summary>Says every few seconds how far long work is, on lines of their own, so that a log of them can be read too.</summary>
internal sealed class ProgressText(TextWriter output, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private long _last = clock.GetTimestamp();

    public void Say(string text) => output.WriteLine(text);

    /// <param name="what">Such as "journal.db is being copied".</param>
    public IProgress<double> Share(string what) => new Reporter<double>(share => Tell(string.Create(CultureInfo.InvariantCulture, $"  {what}: {share:P0}")));

    /// <param name="what">Such as "events recounted".</param>
    public IProgress<long> Count(string what, long all) => new Reporter<long>(count => Tell(string.Create(CultureInfo.InvariantCulture, $"  {count:N0} of {all:N0} {what}")));

    private void Tell(string text)
    {
        if (clock.GetElapsedTime(_last) < Every) return;
        _last = clock.GetTimestamp();
        output.WriteLine(text);
    }

    // The framework's own would print it later, on another thread and out of order.
    private sealed class Reporter<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
