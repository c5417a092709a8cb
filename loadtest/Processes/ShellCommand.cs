using System.Diagnostics;

namespace OpsBoard.LoadTest;

/// <summary>A command of the system that is waited for.</summary>
internal static class ShellCommand
{
    /// <returns>Its exit status, and what it said on both streams. A command that the system does not have fails like any other.</returns>
    public static async Task<(int Status, string Said)> Run(string[] command, CancellationToken cancel)
    {
        // Not where the user stands: another account may not go there.
        var start = new ProcessStartInfo("env", ["DEBIAN_FRONTEND=noninteractive", .. command]) { WorkingDirectory = "/", UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, $"{await output}{await errors}".Trim());
        }
        catch
        {
            // With what it started: nothing of it may write any more when its folder goes.
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
    }
}
