namespace OpsBoard.Web.Fleet;

/// <summary>What a wall says of itself. Nothing in it is of a person, and nothing of it is kept on disk.</summary>
/// <param name="AmThousandths">One minute of arc at the farthest seat (<c>--am</c>), in thousandths of a pixel.</param>
/// <param name="DataAgeMs">How old its figures are as that wall sees it; null before it heard the server's time.</param>
/// <param name="PaintedAgoMs">Since it last drew; null before it did.</param>
/// <param name="Fps">Frames drawn in the second before the report; null when that was not measured.</param>
/// <param name="HeapBytes">Null where the browser does not say.</param>
/// <param name="Reloads">How often the page was loaded in this session, the first time not counted.</param>
public sealed record WallReport(
    string Scope,
    string View,
    int Width,
    int Height,
    int AmThousandths,
    string Build,
    long? DataAgeMs,
    string State,
    bool Paused,
    long? PaintedAgoMs,
    int? Fps,
    long? HeapBytes,
    int Nodes,
    int Reloads);
