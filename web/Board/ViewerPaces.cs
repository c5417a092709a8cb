namespace OpsBoard.Web.Board;

internal static class ViewerPaces
{
    /// <summary>As the viewer says in the address of hub or stream: <c>?pace=desk</c>.</summary>
    public static ViewerPace Of(HttpRequest request) => request.Query["pace"] == "desk" ? ViewerPace.Desk : ViewerPace.Wall;
}
