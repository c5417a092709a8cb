namespace OpsBoard.Web.Screens;

/// <summary>Says 404 and still sends the page, which tells what there is instead.</summary>
internal static class NotFoundPages
{
    /// <summary>Set when the response starts: a component that sets 404 at once has its page thrown away.</summary>
    public static void NotFoundWithBody(this HttpResponse response) => response.OnStarting(
        static state =>
        {
            ((HttpResponse)state).StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        },
        response);
}
