using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace OpsBoard.LoadTest;

/// <summary>What the product's own recount says of a data directory: a count that shares no rule with the board.</summary>
/// <param name="Events">That the journal holds.</param>
/// <param name="IsEqual">Every figure is what the events say.</param>
internal sealed partial record Recount(long Events, bool IsEqual)
{
    /// <exception cref="LoadFailedException">It could not be done.</exception>
    public static async Task<Recount> Of(string data, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Programs.Server, "recount", "--data", data]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
            await process.WaitForExitAsync(cancel);
            return Read(await output) ?? throw new LoadFailedException($"The recount failed: {(await errors).Trim()}");
        }
        catch
        {
            if (!process.HasExited) process.Kill();
            throw;
        }
    }

    /// <returns>Null when the text is no recount.</returns>
    public static Recount? Read(string output) => FirstLine().Match(output) is { Success: true } line
        ? new(long.Parse(line.Groups["events"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), line.Groups["verdict"].ValueSpan is "equal")
        : null;

    [GeneratedRegex(@"^(?<events>\d+) events recounted, \d+ cells compared: (?<verdict>equal|\d+ differences)\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstLine();
}
