namespace OpsBoard.Web.Access;

/// <summary>
/// Who sends or looks, as far as limits are concerned. Whoever authenticates a request sets it as a feature of the request; until then
/// everybody on this machine is one caller. The <c>source</c> inside an event is never asked: anybody can write anything there.
/// </summary>
/// <param name="Name">What its limits are kept under.</param>
/// <param name="Rate">Its own rate from the registry of sources; null: the configured one.</param>
public sealed record Caller(string Name, CallerRate? Rate = null)
{
    /// <summary>The claim that names a source. Of a signed request it is proven only when the body has come, so the identity that has it is no authenticated one.</summary>
    public const string Claim = "source";

    public static readonly Caller Open = new("open");

    /// <summary>Whoever holds the key of this start.</summary>
    public static readonly Caller Local = new("local");

    public static Caller Of(HttpContext http) => http.Features.Get<Caller>() ?? Open;
}
