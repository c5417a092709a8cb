using OpsBoard.Units;

namespace OpsBoard.Web.Screens.Sheet;

/// <summary>The numerator or the denominator of one number.</summary>
/// <param name="Events">As <c>/events?counter=</c> takes it; null: it is not made of events, and <paramref name="NoEvents"/> says why.</param>
/// <param name="MadeOf">The names of what it adds up, as bodies and files write them; null where only its events are named.</param>
public sealed record SheetPart(Wording Name, long Count, string? Events, Wording? NoEvents, string? MadeOf);
