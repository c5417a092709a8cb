using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using OpsBoard.Units;

namespace OpsBoard.Testing;

/// <summary>What a long run leaves behind, so that somebody else can repeat it: <c>docs/evidence/KIND-DATE.md</c>.</summary>
internal static class Evidence
{
    // As of the build: a run is long, and the repository goes on.
    private static readonly string Commit = AskGit();

    /// <summary>Of a test at the size of the long suite. Written again as it goes on, so a run that is ended early leaves what it reached.</summary>
    public static void OfLongTest(string kind, string title, Type test, TimeSpan lasted, params (string What, string Value)[] figures)
    {
        if (!RunSize.IsLong) return;
        var program = Path.GetRelativePath(Corpora.Repository(), Path.ChangeExtension(test.Assembly.Location, null));
        var variables = RunSize.Variables.Select(static name => (Name: name, Value: Environment.GetEnvironmentVariable(name))).Where(static variable => variable.Value is not null).Select(static variable => $"{variable.Name}={variable.Value} ");
        Write(kind, title, $"{string.Concat(variables)}{program} -class {test.FullName}", lasted, figures);
    }

    public static void Write(string kind, string title, string command, TimeSpan lasted, params (string What, string Value)[] figures)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Corpora.Repository(), "docs", "evidence")).FullName;
        var date = TimeProvider.System.GetUtcNow().ToOffset(BusinessDay.Offset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var file = Path.Combine(folder, $"{kind}-{date}.md");
        (string What, string Value)[] all =
        [
            ("command", $"`{command}`"),
            ("commit", Commit),
            .. figures,
            ("duration", lasted.ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture)),
            ("runtime", $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}"),
            ("SQLite", Sqlite()),
            ("machine", $"{Environment.ProcessorCount} cores, shared, virtual"),
        ];
        File.WriteAllText(file, $"# {title}, {date}\n\n| | |\n|---|---|\n{string.Concat(all.Select(static line => $"| {line.What} | {line.Value} |\n"))}");
        Console.WriteLine($"written: {Path.GetRelativePath(Corpora.Repository(), file)}");
    }

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Sqlite()
    {
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection.ServerVersion;
    }

    private static string AskGit()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", Corpora.Repository(), "describe", "--always", "--dirty"]) { RedirectStandardOutput = true, UseShellExecute = false });
        return git?.StandardOutput.ReadToEnd().Trim() ?? "unknown";
    }
}
