using System.Text.Json;

namespace OpsBoard.LoadTest;

/// <summary>Ready-made days of the simulated province.</summary>
internal static class Some
{
    /// <summary>A Friday.</summary>
    public static readonly DateOnly Day = new(2026, 11, 20);

    public static readonly Province Province = new();

    public static readonly IReadOnlyDictionary<string, Window> Windows = Province.Departments.SelectMany(department => department.Windows).ToDictionary(window => window.Path, StringComparer.Ordinal);

    /// <summary>The province's whole day, without heartbeats.</summary>
    public static readonly Lazy<IReadOnlyList<ServiceEvent>> WholeDay = new(() => [.. OfficeDay().Events()]);

    public static OfficeDay OfficeDay(int windows = Province.DefaultWindows, DateOnly? day = null, long seed = 1, int heartbeatSeconds = 0) =>
        new(windows == Province.DefaultWindows ? Province : new(windows), day ?? Day, seed, TimeSpan.FromSeconds(heartbeatSeconds));

    public static DateTimeOffset At(int hour, int minute) => Hours.Midnight(Day).AddHours(hour).AddMinutes(minute);

    public static byte[] Bytes(IEnumerable<ServiceEvent> events) => [.. Batches(events).SelectMany(batch => batch.Body.ToArray())];

    public static IEnumerable<EventBatch> Batches(IEnumerable<ServiceEvent> events, int limit = EventBatcher.MostEvents)
    {
        using var batcher = new EventBatcher(events.GetEnumerator(), limit);
        while (batcher.TakeUntil(DateTimeOffset.MaxValue) is { } batch) yield return batch;
    }

    public static string Identity(JsonElement told) => told.GetProperty("source").GetString() + " " + told.GetProperty("id").GetString();

    public static string Identity(ServiceEvent told) => told.Source + " " + told.Id;
}
