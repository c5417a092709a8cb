using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Testing;

namespace OpsBoard.Web.Tests.Run;

/// <summary>What cannot be begun costs one clear line and exit status 2.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    [Fact]
    public async Task A_busy_port_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        await Refused($"{((IPEndPoint)other.LocalEndpoint).Port} is in use", "run", "--open", "--port", $"{((IPEndPoint)other.LocalEndpoint).Port}", "--data", _folder.Path);
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_written_is_named()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "");

        await Refused("cannot be written", "run", "--open", "--port", "0", "--data", Path.Combine(file, "data"));
    }

    [Fact]
    public async Task A_second_process_on_the_same_data_directory_is_refused_and_told_who_holds_it()
    {
        await using var server = await LiveServer.Start();

        await Refused($"in use by another process ({server.Address}", "run", "--open", "--port", "0", "--data", server.Data);
    }

    [Fact]
    public async Task A_database_that_a_newer_program_wrote_is_refused()
    {
        using (var connection = new SqliteConnection($"Data Source={DataDirectory.JournalFileIn(_folder.Path)};Pooling=False"))
        {
            SQLitePCL.Batteries_V2.Init();
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        await Refused("has schema 99", "run", "--open", "--port", "0", "--data", _folder.Path);
    }

    [Theory]
    [InlineData("calendar.json", "{ \"version\": 1,\n\"years\": [\n{ \"yaer\": 2026 }] }", "calendar.json, line 3: \"yaer\" is not known; known are year, source, complete, note, off, worked.", "run", "--open", "--port", "0")]
    [InlineData("counting.json", "{ \"version\": 1,\n\"terms\": [] }", "counting.json, line 1: \"terms\" needs an entry with \"unit\": \"*\"", "run", "--open", "--port", "0")]
    [InlineData("counting.json", "{ \"version\": 1\n\"terms\": [] }", "counting.json, line 2: this is not JSON: ", "recount")]
    public async Task A_mistake_in_a_configuration_file_is_named_with_its_line(string file, string content, string reason, params string[] arguments)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, file), content);

        await Refused(reason, [.. arguments, "--data", _folder.Path]);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        await File.WriteAllTextAsync(DataDirectory.JournalFileIn(_folder.Path), new string('x', 5000));

        await Refused("journal.db is damaged", "run", "--open", "--port", "0", "--data", _folder.Path);
    }

    [Theory]
    [InlineData("listen on loopback only", "run", "--open", "--urls", "http://0.0.0.0:0")]
    [InlineData("listen on loopback only", "run", "--demo", "--urls", "http://192.0.2.1:80")]
    [InlineData("--speed is 1 to 600", "run", "--demo", "--speed", "0")]
    [InlineData("--port is 0 to 65535", "run", "--port", "70000")]
    [InlineData("--urls is one or more addresses", "run", "--urls", "nonsense")]
    [InlineData("--start is a time of day", "run", "--demo", "--start", "late")]
    [InlineData("--nonsense", "run", "--nonsense")]
    [InlineData("--day is a date", "recount", "--day", "yesterday")]
    [InlineData("There is no journal", "recount", "--data", "/nowhere")]
    [InlineData("Give either --map MAP, for events, or --milestones", "import", "file.csv")]
    [InlineData("There is no data directory /nowhere", "source", "list", "--data", "/nowhere")]
    public async Task A_wrong_argument_is_named(string line, params string[] arguments) => await Refused(line, arguments);

    [Fact]
    public async Task A_mistake_in_the_roster_is_named_with_its_line()
    {
        var file = Path.Combine(_folder.Path, "units.json");
        await File.WriteAllTextAsync(file, """{"units":[{"path":"hainan","name":{"zh":"海南省","en":"Hainan"}},{"path":"Hainan/X"}]}""");

        await Refused($"{file}, line 1: unit 2 ('Hainan/X')", "run", "--open", "--port", "0", "--data", _folder.Path);
    }

    [Theory]
    [InlineData("board on 127.0.0.1:1 cannot be used", "run", "--open", "--port", "0")]
    [InlineData("board on 127.0.0.1:1 cannot be used", "recount")]
    [InlineData("dump the database with pg_dump", "backup", "/nowhere/backup")]
    public async Task A_journal_in_a_database_that_cannot_be_reached_or_copied_is_named_without_its_password(string line, params string[] arguments)
    {
        var (status, _, errors) = await OpsBoardProcess.RunWith(("Journal__Postgres", "Host=127.0.0.1;Port=1;Database=board;Username=opsboard;Password=secret"), [.. arguments, "--data", _folder.Path]);

        Assert.Contains(line, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", errors, StringComparison.Ordinal);
        Assert.Equal((2, 1), (status, errors.Trim().Split('\n').Length));
    }

    [Fact]
    public async Task A_recount_says_equal_and_ends_with_0_or_names_the_difference_and_ends_with_1()
    {
        await using var server = await LiveServer.Start();
        await server.Post(SentEvent.Accepted("c1"), SentEvent.Completed("c1"));
        var well = await OpsBoardProcess.Run("recount", "--data", server.Data);
        Tamper(server.Data);

        var flawed = await OpsBoardProcess.Run("recount", "--data", server.Data);

        Assert.Equal((0, "2 events recounted, 1 cells compared: equal."), (well.ExitStatus, well.Output.Trim()));
        Assert.Equal(1, flawed.ExitStatus);
        Assert.Contains("hainan/haikou/housing/w01  2026-11-20 Accepted: stored 9, recounted 1", flawed.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static void Tamper(string data)
    {
        using var connection = new SqliteConnection($"Data Source={DataDirectory.JournalFileIn(data)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE cells SET accepted = 9";
        command.ExecuteNonQuery();
    }

    private static async Task Refused(string words, params string[] arguments)
    {
        var (status, _, errors) = await OpsBoardProcess.Run(arguments);

        Assert.Contains(words, errors, StringComparison.Ordinal);
        Assert.Equal((2, 1), (status, errors.Trim().Split('\n').Length));
    }
}
