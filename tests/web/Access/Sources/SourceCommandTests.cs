using System.CommandLine;
using OpsBoard.Testing;

namespace OpsBoard.Web.Access.Sources;

/// <summary><c>source</c> as an administrator types it, without a server.</summary>
public sealed class SourceCommandTests : IDisposable
{
    private const string Units = """
        {"version":1,"units":[
          {"path":"hainan","name":{"zh":"海南","en":"Hainan"}},
          {"path":"hainan/jiyang","name":{"zh":"吉阳","en":"Jiyang"}},
          {"path":"hainan/jiyang/housing","name":{"zh":"住建","en":"Housing"}}]}
        """;

    private readonly TempDirectory _folder = new();
    private readonly ManualClock _clock = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public SourceCommandTests() => File.WriteAllText(Path.Combine(_folder.Path, "units.json"), Units);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_secret_is_the_last_word_and_is_told_once()
    {
        var status = Run("add hall-3 --units hainan/jiyang hainan/~/housing --rate 200");

        var lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((0, ""), (status, _error.ToString()));
        Assert.Equal(["Source hall-3 may write hainan/jiyang, hainan/~/housing.", "Its signing secret, key 1, is shown this once:"], lines[..^1]);
        Assert.Equal(32, Convert.FromBase64String(lines[^1]["whsec_".Length..]).Length);
        Run("list");
        Assert.Equal(1, _output.ToString().Split(lines[^1]).Length - 1);
    }

    [Fact]
    public void The_list_says_who_may_write_what_with_which_keys()
    {
        Run("add hall-3 --units hainan/jiyang --rate 200");
        Run("add pad-7 --units hainan --bearer");
        Run("add pad-8 --units hainan");
        Run("revoke pad-8");
        _clock.Advance(TimeSpan.FromHours(50));
        Run("rotate hall-3");
        _output.GetStringBuilder().Clear();

        Run("list");

        Assert.Equal(
            """
            hall-3  hainan/jiyang  200/s
              key 1  signing  2 days old, never used
              key 4  signing  0 s old, never used
            pad-7 (pilot)  hainan
              key 2  bearer  2 days old, never used, expires 2027-02-18 10:00 +08:00
            pad-8 (ended)  hainan

            """,
            _output.ToString());
    }

    [Theory]
    [InlineData("add hall-3 --units hainan/jiyan", "opsboard: hainan/jiyan is not in the roster; the nearest is hainan/jiyang.\n")]
    [InlineData("add hall-3 --units hainan/~/tax", "opsboard: hainan/~/tax is not in the roster; the nearest is hainan/jiyang.\n")]
    [InlineData("change hall-3", "opsboard: Say what changes: --units PATH…, --rate N or both.\n")]
    [InlineData("change hall-3 --units hainan/jiyan", "opsboard: hainan/jiyan is not in the roster; the nearest is hainan/jiyang.\n")]
    [InlineData("rotate hall-3", "opsboard: There is no source 'hall-3', nor any other.\n")]
    [InlineData("revoke hall-3 --key 7", "opsboard: There is no source 'hall-3', nor any other.\n")]
    [InlineData("add hall-3 --units hainan --data nowhere", "There is no data directory ")]
    [InlineData("add hall-3 --units hainan --roster nowhere.json", "nowhere.json")]
    public void What_cannot_be_done_is_one_line_and_exit_status_2(string line, string words)
    {
        Assert.Equal((2, ""), (Run(line), _output.ToString()));
        Assert.Contains(words, _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, _error.ToString().Count(static c => c == '\n'));
    }

    [Theory]
    [InlineData("add Hall --units hainan", "A source's name has lower-case ASCII letters, digits and inner hyphens, at most 64.")]
    [InlineData("add hall-3", "Option '--units' is required.")]
    [InlineData("add hall-3 --units Hainan", "--units: 'Hainan' is no unit path. A segment of a unit path has lower-case ASCII letters, digits and hyphens only.")]
    [InlineData("add hall-3 --units hainan --rate 0", "--rate: A rate is 1 to 1000000 events a second.")]
    [InlineData("add hall-3 --units hainan --bearer --days 366", "--days is 1 to 365.")]
    [InlineData("revoke hall-3 --key first", "Cannot parse argument 'first' for option '--key' as expected type 'System.Nullable`1[System.Int64]'.")]
    [InlineData("remove hall-3", "Required command was not provided.")]
    public void Wrong_arguments_are_told_before_anything_is_done(string line, string message) => Assert.Equal(message, Parse(line).Errors[0].Message);

    [Fact]
    public void Every_file_of_keys_and_secrets_is_the_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");
        Run("add hall-3 --units hainan");

        var keys = new DirectoryInfo(Path.Combine(_folder.Path, "keys"));
        Assert.Equal("access.db, key-*.xml", $"{Owned(Path.Combine(_folder.Path, "access.db"))}, {Owned(Assert.Single(keys.GetFiles()).FullName)[..4]}*.xml");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, keys.UnixFileMode);
    }

    private static string Owned(string file)
    {
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(file).UnixFileMode);
        return Path.GetFileName(file);
    }

    private ParseResult Parse(string line) => new RootCommand { SourceCommand.Create(_clock) }.Parse($"source {line}{(line.Contains("--data", StringComparison.Ordinal) ? "" : $" --data {_folder.Path}")}");

    private int Run(string line) => Parse(line).Invoke(new InvocationConfiguration { Output = _output, Error = _error });
}
