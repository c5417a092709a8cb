using System.CommandLine;
using OpsBoard.Testing;
using OpsBoard.Web.Import;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Access;

/// <summary>Whoever can read the data directory of a closed server, and nobody else.</summary>
public sealed class LocalKeyTests : IAsyncLifetime
{
    private const string Milestones = "unit,id,value,document,documentDate,declaredBy\nhainan,one-thing,61,总结,2022-12-30,营商局\nhainan/haikou,one-thing,7,总结,2022-12-30,营商局\n";

    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly TempDirectory _folder = new();
    private LiveServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await LiveServer.Start(LiveServer.Hainan, open: false);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_import_goes_through_the_closed_server_that_holds_the_directory_for_every_unit()
    {
        var status = await Import("--data", _server.Data);

        Assert.Equal((0, "2 rows, 2 milestones: 2 new, 0 already known, 0 conflicts, 0 rejected.\n"), (status, _output.ToString()));
    }

    [Fact]
    public async Task An_import_to_the_address_alone_is_told_where_the_key_is()
    {
        Assert.Equal(ImportException.Incomplete, await Import("--url", _server.Address));
        Assert.Contains("takes nothing without a key: give --data", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_is_the_owners_alone_another_one_at_each_start_and_gone_after_the_end()
    {
        var file = new FileInfo(Path.Combine(_server.Data, "server.key"));
        var (mode, first) = (file.UnixFileMode, LocalKey.In(_server.Data));
        await _server.Pause();
        var between = LocalKey.In(_server.Data);
        await _server.Resume();

        Assert.Equal((UnixFileMode.UserRead | UnixFileMode.UserWrite, null), (mode, between));
        Assert.NotEqual(first, LocalKey.In(_server.Data));
        Assert.Equal(401, await Status(first));
        Assert.Equal(200, await Status(LocalKey.In(_server.Data)));
    }

    private async Task<int> Status(string? key)
    {
        using var client = new RunningServer(new Uri(_server.Address), key).Connect();
        using var answer = await client.GetAsync(new Uri("/api/v1/units/hainan", UriKind.Relative), TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    private async Task<int> Import(params string[] where)
    {
        var file = Path.Combine(_folder.Path, "milestones.csv");
        await File.WriteAllTextAsync(file, Milestones);
        using var destination = new ImportDestination(TimeProvider.System);
        return await new RootCommand { ImportCommand.Create(destination, TimeProvider.System) }
            .Parse(["import", file, "--milestones", .. where])
            .InvokeAsync(new InvocationConfiguration { Output = _output, Error = _error }, TestContext.Current.CancellationToken);
    }
}
