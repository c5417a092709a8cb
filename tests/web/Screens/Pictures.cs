using System.Runtime.CompilerServices;

namespace OpsBoard.Web.Screens;

/// <summary>Where pictures of screens are kept: <c>artifacts/screens</c> at the root of the repository.</summary>
internal static class Pictures
{
    public static string Named(string path, int width, int height, string language)
    {
        var name = path.Length == 0 ? "home" : string.Join('-', path.Split('/', '?', '='));
        return Path.Combine(Root(), "artifacts", "screens", $"{name}-{width}x{height}-{language}.png");
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../.."));
}
