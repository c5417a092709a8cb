namespace OpsBoard.Web.Screens;

/// <summary>Says 404 and still sends the page, which tells what there is instead.</summary>
internal static class NotFoundPages
{
    /// <summary>Set when the response starts: a component that sets 404 at once has its page thrown away.</summary>
    /// <param name="unless">Asked when the response starts: what said so may have been replaced by then.</param>
    public static void NotFoundWithBody(this HttpResponse response, Func<bool>? unless = null) => response.StatusWithBody(StatusCodes.Status404NotFound, unless);

    public static void StatusWithBody(this HttpResponse response, int status, Func<bool>? unless = null) => response.OnStarting(() =>
    {
        if (unless?.Invoke() != true) response.StatusCode = status;
        return Task.CompletedTask;
    });
}
