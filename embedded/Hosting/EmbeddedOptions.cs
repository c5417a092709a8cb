using System.ComponentModel.DataAnnotations;

namespace OpsBoard.Embedded;

/// <summary>Limits of the in-process engine, read from the section <c>Embedded</c>.</summary>
public sealed class EmbeddedOptions
{
    /// <summary>Time after which a call without an answer fails with a <see cref="TimeoutException"/>: 10 ms to 1 h, by default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "01:00:00", ErrorMessage = "Embedded:ResponseTimeout: {1} to {2}.")]
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Time without a call after which a grain is deactivated: 1 s to 1 day, by default 15 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Embedded:CollectionAge: {1} to {2}.")]
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Time between two looks for idle grains, so the most by which a grain outlives its age: 1 s to 1 h, by default 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Embedded:CollectionQuantum: {1} to {2}.")]
    public TimeSpan CollectionQuantum { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Calls that may wait for or run in one grain or observer; a further one is refused: 1 to 1,000,000, by default 5,000.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Embedded:MailboxLimit: {1} to {2}.")]
    public int MailboxLimit { get; set; } = 5_000;

    /// <summary>Time that a deactivation may take, and the stop of the whole engine: 10 ms to 10 min, by default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:10:00", ErrorMessage = "Embedded:DeactivationTimeout: {1} to {2}.")]
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
