namespace OpsBoard.LoadTest;

/// <summary>
/// A service item (事项) of a department, listed at one of its windows. Unless a case is done at once, the promise is given in hours or in
/// working days.
/// </summary>
/// <param name="IsUsed">False for the sleeping items: they are listed, and nobody ever asks for them.</param>
internal sealed record Item(
    string Code,
    Window Window,
    bool IsUsed,
    bool IsZeroTrip,
    bool IsComprehensive,
    bool IsCrossProvince,
    bool IsOneThing,
    int PromisedHours,
    int PromisedDays,
    int LegalDays);
