using System.Diagnostics;
using System.Text.Json;
using OpsBoard.Testing;

namespace OpsBoard.Web.Tests.LoadTest;

/// <summary>The load test as its user starts it: a process of its own, since it keeps itself on some cores.</summary>
/// <param name="Json">The result as it was written for programs; undefined when there is none.</param>
/// <param name="Page">The result as a page; empty when there is none.</param>
internal sealed record LoadTestProcess(int ExitStatus, string Output, string Errors, JsonElement Json, string Page)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The lines of the result, each as the circumstances and figures that are asked for, with a comma between.</summary>
    public IEnumerable<string> Lines(params string[] members) =>
        Json.GetProperty("lines").EnumerateArray().Select(line => string.Join(',', members.Select(member => line.GetProperty(member).ToString())));

    /// <summary>What the judgements say that decide the exit status.</summary>
    public IEnumerable<bool> Required => Json.GetProperty("verdicts").EnumerateArray().Where(static verdict => verdict.GetProperty("isRequired").GetBoolean()).Select(static verdict => verdict.GetProperty("holds").GetBoolean());

    public static async Task<LoadTestProcess> Run(params string[] arguments)
    {
        using var folder = new TempDirectory();
        var (json, page) = (Path.Combine(folder.Path, "result.json"), Path.Combine(folder.Path, "result.html"));
        var (status, output, errors) = await RunPlain([.. arguments, "--json", json, "--html", page]);
        return new(
            status,
            output,
            errors,
            File.Exists(json) && new FileInfo(json).Length > 0 ? JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(json)) : default,
            File.Exists(page) ? await File.ReadAllTextAsync(page) : "");
    }

    /// <summary>Without the two files.</summary>
    public static async Task<(int ExitStatus, string Output, string Errors)> RunPlain(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "OpsBoard.LoadTest.dll"), .. arguments]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        await using var ending = patience.Token.Register(() => process.Kill(entireProcessTree: true));
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
