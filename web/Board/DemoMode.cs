namespace OpsBoard.Web.Board;

/// <summary>Options under <c>Demo</c>.</summary>
public sealed class DemoMode
{
    /// <summary>Every screen says 演示数据 when the figures are made up: true or false, by default false.</summary>
    public bool Enabled { get; set; }
}
