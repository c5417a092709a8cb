namespace OpsBoard.Web.Fleet;

/// <summary>What a wall can be asked to do.</summary>
public enum WallCommand
{
    /// <summary>Show its number, large, for ten seconds (识别).</summary>
    Identify,
    /// <summary>Load its page anew, after a look whether the new one is there (重载).</summary>
    Reload,
}
