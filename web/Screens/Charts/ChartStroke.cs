namespace OpsBoard.Web.Screens.Charts;

/// <summary>A drawn line: its class says whose it is and of what kind (stale, reference, rule), for rules with the text at its end.</summary>
internal sealed record ChartStroke(string Class, string Path, string? Text = null, double TextY = 0);
