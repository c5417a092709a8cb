using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using OpsBoard.Silo.Hosting;
using OpsBoard.Testing;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Tests.Run;

public sealed partial class SettingsTests
{
    private static readonly string Root = Corpora.Repository();

    [Fact]
    public void Every_setting_stands_in_the_operators_manual_with_its_default()
    {
        var manual = File.ReadAllLines(Path.Combine(Root, "docs", "operations.md"));

        Assert.All(Settings.Defaults, setting => Assert.True(
            manual.Any(line => line.StartsWith($"| `{setting.Key}` | {(setting.Default.Length == 0 ? "|" : $"`{setting.Default}` |")} ", StringComparison.Ordinal)),
            $"docs/operations.md has no line: | `{setting.Key}` | `{setting.Default}` | what it does, its range |"));
    }

    [Fact]
    public void No_class_of_options_is_forgotten()
    {
        var bound = Directory.GetFiles(Root, "*.cs", SearchOption.AllDirectories).Where(static file => Product().IsMatch(Path.GetRelativePath(Root, file)))
            .SelectMany(static file => Bound().Matches(File.ReadAllText(file)))
            .Select(static match => match.Groups["options"].Value)
            .Distinct(StringComparer.Ordinal);

        Assert.Empty(bound.Except(Settings.All.Select(static each => each.Options.Name), StringComparer.Ordinal));
    }

    [Fact]
    public void A_setting_of_the_other_profile_ends_the_start_and_says_so()
    {
        var foreign = GrainHost.Settings.Section == "Cluster" ? "Embedded:MailboxLimit" : "Cluster:Role";
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(foreign, "1")]).Build();

        var refusal = Assert.Throws<StartException>(() => Settings.RefuseUnknown(configuration));

        Assert.StartsWith($"{foreign} is a setting of the ", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Journal:QueueLimt", "20000")]
    [InlineData("Live:CloseAfter", "1")]
    [InlineData("Telemetry:Otlp:EndPoints", "x")]
    public void A_misspelt_setting_ends_the_start_with_its_key_and_names_the_right_ones(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();

        var refusal = Assert.Throws<StartException>(() => Settings.RefuseUnknown(configuration));

        Assert.StartsWith($"{key} is no setting. Under ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Capitals_do_not_matter_and_what_belongs_to_others_is_left_alone()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("JOURNAL:queuelimit", "1"), new("Access:Stay:IdleFor", "01:00:00"), new("Access:Origins:0", "https://a"), new("Jurnal:X", "1")]).Build();

        Settings.RefuseUnknown(configuration);
    }

    [Fact]
    public async Task A_value_out_of_its_range_ends_the_start_with_its_key_and_range()
    {
        using var folder = new TempDirectory();

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => KillableServer.Start(folder.Path, ("Live__CloseOver", "00:05:00")));

        Assert.Matches("status 2: opsboard: .*Live:CloseOver: 00:00:00 to 00:00:20\\.", refusal.Message);
    }

    // What hosts the grains names its own options, which are of one profile each.
    [GeneratedRegex("^(web|silo|embedded|grains)/(?!(bin|obj|Hosting/(Embedded|Cluster))/)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Product();

    [GeneratedRegex(@"AddOptions<(?<options>\w+)>\(\)\s*\.BindConfiguration", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Bound();
}
