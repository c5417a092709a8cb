using OpsBoard.Web.Fleet;

namespace OpsBoard.Web.Screens.Fleet;

/// <summary>A sound report; a test names only what matters to it.</summary>
internal sealed class SomeReport
{
    public WallReport Report { get; } = new("hainan", "overview", 1920, 1080, 1835, "0.1.0+9c1e07d2", 400, "live", Paused: false, 120, 60, null, 900, 0);
}
