namespace OpsBoard.Web.Access;

/// <summary>
/// Whether what a request was let in with still holds. Whoever authenticates a request that may last sets it as a feature of the request; it is asked
/// again whenever rights change and once a minute, from any thread, and answers without waiting.
/// </summary>
internal sealed record Standing(Func<bool> Holds)
{
    public static readonly Standing Lasting = new(static () => true);

    public static Standing Of(HttpContext http) => http.Features.Get<Standing>() ?? Lasting;
}
