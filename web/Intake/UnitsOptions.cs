namespace OpsBoard.Web.Intake;

/// <summary>The configuration section <c>Units</c>.</summary>
public sealed class UnitsOptions
{
    public const string Section = "Units";

    /// <summary>
    /// True: events of a window that is not in the roster are counted under its path and the window is listed as unregistered.
    /// False, the default: they are rejected as <c>unknown_unit</c>.
    /// </summary>
    public bool AutoRegister { get; set; }
}
