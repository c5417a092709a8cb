namespace OpsBoard.Counting;

/// <summary>
/// How many working days a bad review may wait (差评回访、整改时限). Both 5 and 15 are in use, so they are data, for each county.
/// </summary>
public readonly record struct ReviewLimits(int ContactDays, int RectifyDays);
