using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>Says what is being done: on a terminal one line that is written again and again, elsewhere a line for each step.</summary>
internal sealed class ProgressLine(TextWriter output, bool isTerminal)
{
    private int _length;
    private string _step = "";

    public void Begin(string step)
    {
        _step = step;
        if (isTerminal) Rewrite(step);
        else output.WriteLine(step);
    }

    public void Show(double eventsPerSecond, TimeSpan elapsed, TimeSpan of)
    {
        if (isTerminal) Rewrite(string.Create(CultureInfo.InvariantCulture, $"{_step}: {eventsPerSecond:N0} events/s, {elapsed.TotalSeconds:0} of {of.TotalSeconds:0} s"));
    }

    /// <summary>Leaves the line empty for what comes.</summary>
    public void End()
    {
        if (isTerminal) Rewrite("");
    }

    private void Rewrite(string text)
    {
        output.Write($"\r{text.PadRight(_length)}{(text.Length == 0 ? "\r" : "")}");
        _length = text.Length;
    }
}
