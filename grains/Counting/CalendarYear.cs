namespace OpsBoard.Counting;

/// <summary>What is known of the working days of a year.</summary>
/// <param name="Source">The document that orders the days off.</param>
/// <param name="IsComplete">False while the yearly notice is not out: then some days are guessed.</param>
/// <param name="Note">Shown beside limits that run through a year that is not complete.</param>
public sealed record CalendarYear(int Year, string Source, bool IsComplete, string? Note);
