using System.Diagnostics;

namespace OpsBoard.Web.Tests.Run;

/// <summary>The program as its user starts it: arguments in, two streams and an exit status out.</summary>
internal static class OpsBoardProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Task<(int ExitStatus, string Output, string Errors)> Run(params string[] arguments) => RunWithin(Patience, arguments);

    /// <param name="patience">After so long it is killed, and its status is 137.</param>
    public static Task<(int ExitStatus, string Output, string Errors)> RunWithin(TimeSpan patience, params string[] arguments) => Run(patience, [], arguments);

    /// <param name="setting">One that the environment has.</param>
    public static Task<(int ExitStatus, string Output, string Errors)> RunWith((string Name, string Value) setting, params string[] arguments) => Run(Patience, [setting], arguments);

    /// <param name="settings">Those that the environment has.</param>
    public static Task<(int ExitStatus, string Output, string Errors)> RunWith((string Name, string Value)[] settings, params string[] arguments) => Run(Patience, settings, arguments);

    private static async Task<(int ExitStatus, string Output, string Errors)> Run(TimeSpan patience, (string Name, string Value)[] settings, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "OpsBoard.Web.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(patience);
        await using var ending = limit.Token.Register(process.Kill);
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
