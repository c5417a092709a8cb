using System.Text.Json;

namespace OpsBoard.LoadTest;

/// <summary>Tells failures that leave open what became of a request from a wish to stop.</summary>
internal static class Unanswered
{
    public static bool Is(Exception failure, CancellationToken cancel) => failure switch
    {
        HttpRequestException or IOException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException => true,
        OperationCanceledException => !cancel.IsCancellationRequested,
        _ => false,
    };
}
