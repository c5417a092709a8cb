using System.CommandLine;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Sources;
using OpsBoard.Web.Follow;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Follow;

/// <summary>The verb against a server that takes nothing of anybody it does not know.</summary>
public sealed class FollowCommandTests : IDisposable
{
    private readonly TempDirectory _folder = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    private string Log => Path.Combine(_folder.Path, "queue.log");

    private string SecretFile => Path.Combine(_folder.Path, "secret.txt");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(KeyKind.Signing)]
    [InlineData(KeyKind.Bearer)]
    public async Task Lines_come_in_under_the_key_of_the_source(KeyKind kind)
    {
        await using var server = await ClosedServer(kind);
        await WriteLines("8201|M01||||A001|", "8201|M01|||E1|460200199001011234|", "8201|M02||1||A002|");

        var status = await Run(Log, "--url", server.Address, "--source", "hall-3", "--secret-file", SecretFile, "--once");

        Assert.Equal((1, "2 lines sent, 2 not stored; 0 fields of persons stayed here.\n"), (status, _output.ToString()));
        Assert.Contains("line 2: personal_data.", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("line 3: not_yours.", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal("hainan/jiyang/hall/queue", Assert.Single(await server.Journal.ReadVersions(null, TestContext.Current.CancellationToken)).Window.ToString());
    }

    [Theory]
    [InlineData("--source and --secret-file", "--source", "hall-3")]
    [InlineData("utf-8, or gb18030", "--encoding", "ebcdic")]
    [InlineData("a whole address", "--url", "board")]
    public void A_wrong_argument_is_named(string expected, params string[] arguments)
    {
        var parsed = Command().Parse([Log, .. arguments]);

        Assert.Contains(parsed.Errors, error => error.Message.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_that_is_none_is_said_before_anything_is_sent()
    {
        await File.WriteAllTextAsync(SecretFile, "letmein");

        var status = await Run(Log, "--source", "hall-3", "--secret-file", SecretFile, "--once");

        Assert.Equal((2, "opsboard: The secret file holds no key: it is one line that begins with whsec_ or obk_, as opsboard source add printed it.\n"), (status, _error.ToString()));
    }

    private static Command Command() => FollowCommand.Create(new SocketsHttpHandler(), TimeProvider.System);

    private Task<int> Run(params string[] arguments) =>
        Command().Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = _output, Error = _error }, TestContext.Current.CancellationToken);

    private async Task WriteLines(params string[] lines)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        await File.WriteAllLinesAsync(Log, lines.Select(line => $"{line}{now}"));
    }

    private async Task<LiveServer> ClosedServer(KeyKind kind)
    {
        const string units = """{"version":1,"units":[{"path":"hainan","name":{"zh":"海南","en":"Hainan"}},{"path":"hainan/jiyang","name":{"zh":"吉阳","en":"Jiyang"}},{"path":"hainan/jiyang/hall","name":{"zh":"大厅","en":"Hall"}},{"path":"hainan/jiyang/hall/queue","name":{"zh":"排队","en":"Queue"}}]}""";
        var server = await LiveServer.Start(RosterReader.Read(System.Text.Encoding.UTF8.GetBytes(units), "units.json"), TimeProvider.System.GetUtcNow(), open: false);
        await File.WriteAllTextAsync(Path.Combine(server.Data, "queue-machines.json"), """{"version":1,"machines":[{"machine":"M01","queue":"hainan/jiyang/hall/queue"},{"machine":"M02","windows":[{"window":"1","unit":"hainan/haikou/tax/w01"}]}]}""");
        server.LookAtConfiguration();
        var issued = server.Service<SourceBook>().Add("local", new RegisteredSource("hall-3", [UnitPath.Parse("hainan/jiyang")]), kind, kind == KeyKind.Bearer ? TimeSpan.FromDays(1) : null);
        server.Service<AccessWatch>().Look();
        await File.WriteAllTextAsync(SecretFile, issued.Secret + "\n");
        return server;
    }
}
