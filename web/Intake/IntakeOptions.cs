using System.ComponentModel.DataAnnotations;

namespace OpsBoard.Web.Intake;

/// <summary>How much the intake takes at once. Options under <c>Intake</c>; what they bound together stands in docs/limits.md.</summary>
public sealed class IntakeOptions
{
    /// <summary>Requests whose bodies are received or judged at the same time: 1 to 1,000, by default 64. More are answered with 503.</summary>
    [Range(1, 1000, ErrorMessage = "Intake:BodiesAtOnce: {1} to {2}.")]
    public int BodiesAtOnce { get; set; } = 64;

    /// <summary>Of these, compressed bodies that are unpacked at the same time, the others wait for them: 1 to 64, by default 4.</summary>
    [Range(1, 64, ErrorMessage = "Intake:UnpackedAtOnce: {1} to {2}.")]
    public int UnpackedAtOnce { get; set; } = 4;

    /// <summary>Requests of one caller that wait for their answer at the same time: 1 to 1,000, by default 4. More are answered with 429.</summary>
    [Range(1, 1000, ErrorMessage = "Intake:InFlightPerCaller: {1} to {2}.")]
    public int InFlightPerCaller { get; set; } = 4;

    /// <summary>Live items that a caller without a rate of its own may send in a second: 1 to 1,000,000, by default 50,000. More are answered with 429.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Intake:EventsPerSecond: {1} to {2}.")]
    public int EventsPerSecond { get; set; } = 50_000;

    /// <summary>Live items that such a caller may send at once after a pause: 1,000 to 10,000,000, by default 200,000.</summary>
    [Range(IntakeLimits.MostItems, 10_000_000, ErrorMessage = "Intake:Burst: {1} to {2}.")]
    public int Burst { get; set; } = 200_000;

    /// <summary>Backfill items that any caller may send in a second: 1 to 1,000,000, by default 20,000. More are answered with 429.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Intake:BackfillPerSecond: {1} to {2}.")]
    public int BackfillPerSecond { get; set; } = 20_000;

    /// <summary>Backfill items that any caller may send at once after a pause: 1,000 to 10,000,000, by default 20,000.</summary>
    [Range(IntakeLimits.MostItems, 10_000_000, ErrorMessage = "Intake:BackfillBurst: {1} to {2}.")]
    public int BackfillBurst { get; set; } = 20_000;
}
