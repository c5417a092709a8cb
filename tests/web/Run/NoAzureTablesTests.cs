using OpsBoard.Testing;

namespace OpsBoard.Web.Tests.Run;

/// <summary>What a build without the journal in Azure tables says when it is to keep it there.</summary>
public sealed class NoAzureTablesTests
{
    [Theory]
    [InlineData("run", "--open", "--port", "0")]
    [InlineData("recount")]
    [InlineData("recount", "--anew")]
    [InlineData("backup", "/nowhere/backup")]
    [InlineData("import", "milestones.csv", "--milestones")]
    public async Task It_says_in_one_line_which_build_has_it_and_keeps_the_journal_nowhere_else(params string[] arguments)
    {
        using var folder = new TempDirectory();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "milestones.csv"), await File.ReadAllTextAsync(Path.Combine(Corpora.Repository(), "docs", "examples", "milestones.csv")));

        var (status, _, errors) = await OpsBoardProcess.RunWith(
            ("Journal__AzureTables", "UseDevelopmentStorage=true"), [.. arguments.Select(argument => argument == "milestones.csv" ? Path.Combine(folder.Path, argument) : argument), "--data", folder.Path]);

        Assert.Contains("this build has no journal in Azure tables: build with -p:AzureTables=true", errors, StringComparison.Ordinal);
        Assert.Equal((2, 1), (status, errors.Trim().Split('\n').Length));
        Assert.False(File.Exists(Path.Combine(folder.Path, "journal.db")));
    }
}
