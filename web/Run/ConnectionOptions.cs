using System.ComponentModel.DataAnnotations;

namespace OpsBoard.Web.Run;

/// <summary>What the web server accepts from anybody before a request is even read. Options under <c>Connections</c>.</summary>
public sealed class ConnectionOptions
{
    /// <summary>Open connections of all kinds, viewers among them: 10 to 100,000, by default 8,000. More are closed at once.</summary>
    [Range(10, 100_000, ErrorMessage = "Connections:Most: {1} to {2}.")]
    public int Most { get; set; } = 8_000;

    /// <summary>Time in which the headers of a request must have come: 1 s to 1 min, by default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ErrorMessage = "Connections:HeadersWithin: {1} to {2}.")]
    public TimeSpan HeadersWithin { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time that a connection may stay open between two requests: 1 s to 10 min, by default 2 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "Connections:IdleFor: {1} to {2}.")]
    public TimeSpan IdleFor { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Bytes a second that a body must come with, and an answer must be taken with: 1 to 1,000,000, by default 240.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Connections:BytesPerSecond: {1} to {2}.")]
    public int BytesPerSecond { get; set; } = 240;

    /// <summary>Time before that rate is asked for: 1.1 s to 1 min, by default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01.1", "00:01:00", ErrorMessage = "Connections:RateAfter: {1} to {2}.")]
    public TimeSpan RateAfter { get; set; } = TimeSpan.FromSeconds(5);
}
