namespace OpsBoard.Web.Board;

/// <summary>How often a viewer is told of changes.</summary>
internal enum ViewerPace
{
    /// <summary>Every <see cref="LiveOptions.PaceEvery"/>; also of viewers that do not say what they are.</summary>
    Wall,

    /// <summary>Every <see cref="LiveOptions.DeskPaceEvery"/>: desks and tablets.</summary>
    Desk,
}
