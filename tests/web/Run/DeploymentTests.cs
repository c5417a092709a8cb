using System.Diagnostics;
using System.Text.RegularExpressions;
using OpsBoard.Testing;
using OpsBoard.Web.Screens.Survival;

namespace OpsBoard.Web.Tests.Run;

/// <summary>The files under <c>deploy/</c>, as far as they can be tried without an engine of containers and without being installed.</summary>
public sealed partial class DeploymentTests
{
    private static readonly string Root = Corpora.Repository();
    private static readonly string Deploy = Path.Combine(Root, "deploy");

    [Fact]
    public async Task Systemd_finds_nothing_to_say_about_the_units()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/systemd-analyze"), "skipped: systemd-analyze is missing");
        using var folder = new TempDirectory();
        var units = Directory.GetFiles(Deploy, "opsboard*").Select(unit => Installed(unit, folder.Path)).ToList();

        var (status, said) = await Run("systemd-analyze", ["verify", "--man=no", .. units], folder.Path);

        Assert.Equal("", said);
        Assert.Equal(0, status);
    }

    [Fact]
    public void The_server_is_not_started_again_where_that_does_not_help_and_is_ready_when_it_says_so()
    {
        var unit = File.ReadAllLines(Path.Combine(Deploy, "opsboard.service"));

        Assert.Contains("Type=notify", unit);
        Assert.Contains($"RestartPreventExitStatus={Web.Run.ExitCodes.CannotStart}", unit);
    }

    [Fact]
    public void The_image_copies_what_is_there_and_all_that_the_program_is_made_of()
    {
        var copied = Copied().ToList();
        var projects = ProjectsBehind(Path.Combine(Root, "web", "OpsBoard.Web.csproj")).Select(static project => Path.GetRelativePath(Root, Path.GetDirectoryName(project)!)).ToHashSet(StringComparer.Ordinal);

        Assert.All(copied, static path => Assert.True(Path.Exists(Path.Combine(Root, path)), $"{path} does not exist"));
        Assert.Empty(projects.Except(copied, StringComparer.Ordinal));
        Assert.Empty(Directory.GetFiles(Root, "Directory.*").Append("global.json").Select(Path.GetFileName).Except(copied, StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_the_image_copies_is_enough_to_publish_the_program()
    {
        LongSuite.Only();
        using var folder = new TempDirectory();
        var (source, app) = (Path.Combine(folder.Path, "source"), Path.Combine(folder.Path, "app"));
        foreach (var file in await Tracked(Copied())) Copy(Path.Combine(Root, file), Path.Combine(source, file));

        var (status, said) = await Run("dotnet", ["publish", "web", "-c", "Release", "-o", app, "-v", "quiet"], source);

        Assert.True(status == 0, said);
        Assert.True(File.Exists(Path.Combine(app, "OpsBoard.Web")), "The program that the image starts is missing.");
        Assert.Contains("backup", (await Run(Path.Combine(app, "OpsBoard.Web"), ["--help"], app)).Said, StringComparison.Ordinal);
    }

    // What the machine has not installed stands in for by a program that it has: the rest of the unit is judged as it is.
    private static string Installed(string unit, string folder)
    {
        var path = Path.Combine(folder, Path.GetFileName(unit));
        File.WriteAllText(path, ProgramsElsewhere().Replace(File.ReadAllText(unit), "/bin/true"));
        return path;
    }

    private static IEnumerable<string> Copied() => File.ReadLines(Path.Combine(Deploy, "Dockerfile"))
        .Where(static line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
        .SelectMany(static line => line.Split(' ')[1..^1]);

    private static IEnumerable<string> ProjectsBehind(string project) => ProjectReference().Matches(File.ReadAllText(project))
        .Select(match => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, match.Groups["project"].Value)))
        .SelectMany(ProjectsBehind)
        .Append(project);

    private static async Task<string[]> Tracked(IEnumerable<string> paths) =>
        (await Run("git", ["ls-files", "--", .. paths], Root)).Said.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
    }

    private static async Task<(int Status, string Said)> Run(string program, IEnumerable<string> arguments, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    [GeneratedRegex(@"/opt/opsboard/OpsBoard\.Web|/usr/bin/chromium|/usr/bin/xset", RegexOptions.None, 60_000)]
    private static partial Regex ProgramsElsewhere();

    [GeneratedRegex("<ProjectReference Include=\"(?<project>[^\"]+)\"", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex ProjectReference();
}
