using OpsBoard.Units;

namespace OpsBoard.Web.Access.Devices;

/// <summary>A wall that shows a code and waits.</summary>
/// <param name="Number">Of the request, for the list that an approver sees.</param>
/// <param name="Code">As <see cref="PairingCode"/> writes it.</param>
/// <param name="Scope">What it asked to show.</param>
/// <param name="Address">The network address from which it asked.</param>
/// <param name="Until">From then on the code is worth nothing.</param>
/// <param name="Wall">The wall that it became; null while nobody approved it.</param>
public sealed record Pairing(long Number, string Code, UnitPath Scope, string Address, DateTimeOffset Asked, DateTimeOffset Until, long? Wall);
