namespace OpsBoard.Web.Run;

/// <summary>Reads configuration files again when they change. A file with a mistake changes nothing but the warnings.</summary>
internal sealed partial class ConfigurationWatch(IEnumerable<WatchedFile> files, ConfigurationWarnings warnings, TimeProvider clock, ILogger<ConfigurationWatch> logger)
    : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    // Kept for the life of the watch, as each remembers what it has seen.
    private readonly WatchedFile[] _files = [.. files];

    public void Look()
    {
        foreach (var file in _files.Where(static file => file.HasChanged()))
        {
            if (file.TakeUp(clock.GetUtcNow()) is { } warning) Warn(warning);
            else if (warnings.Clear(file.Name)) Log.IsRight(logger, file.Name);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested) Look();
        }
    }

    private void Warn(ConfigurationWarning warning)
    {
        warnings.Raise(warning);
        if (warning.IsMistake) Log.Mistake(logger, warning.Text);
        else Log.AtNextStart(logger, warning.Text);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The former content stays in force: {Mistake}")]
        public static partial void Mistake(ILogger logger, string mistake);

        [LoggerMessage(LogLevel.Warning, "{Text}")]
        public static partial void AtNextStart(ILogger logger, string text);

        [LoggerMessage(LogLevel.Information, "{File} is right again.")]
        public static partial void IsRight(ILogger logger, string file);
    }
}
