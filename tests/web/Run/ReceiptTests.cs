using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OpsBoard.Testing;

namespace OpsBoard.Web.Tests.Run;

/// <summary>
/// A Dutch municipality's real permit cases, imported by the program itself. The figures are those of the file: of its 1,434 cases
/// 105 have no end, none of them at Experts, so that department completed 15 of 15 (1285 + 29 + 15 = 1329).
/// </summary>
public sealed class ReceiptTests
{
    private const string County = "wabo/municipality";

    [Fact]
    public async Task A_stopped_servers_directory_takes_the_import_and_shows_it_after_the_start()
    {
        var csv = Corpora.Data("receipt.csv");
        await using var server = await LiveServer.Start();
        await server.Pause();

        var first = await OpsBoardProcess.Run("import", csv, "--map", Map(), "--data", server.Data);
        var again = await OpsBoardProcess.Run("import", csv, "--map", Map(), "--data", server.Data);

        await server.Resume();
        Assert.Equal((0, 0), (first.ExitStatus, again.ExitStatus));
        Assert.Contains("2763 new, 0 already known", first.Output, StringComparison.Ordinal);
        Assert.Contains("0 new, 2763 already known", again.Output, StringComparison.Ordinal);
        Assert.Equal(["1434 1329 105 1271", "General 1390 1285", "Customer 29 29", "Experts 15 15"], await Figures(server));
    }

    [Fact]
    public async Task A_running_server_takes_the_import_while_its_boards_are_watched()
    {
        var csv = Corpora.Data("receipt.csv");
        await using var server = await LiveServer.Start();

        var import = await OpsBoardProcess.Run("import", csv, "--map", Map(), "--data", server.Data);

        Assert.Equal(0, import.ExitStatus);
        await server.Board(County, static board => board.GetProperty("gauges").GetProperty("inProgress").GetInt32() == 105);
        Assert.Equal(["1434 1329 105 1271", "General 1390 1285", "Customer 29 29", "Experts 15 15"], await Figures(server));
    }

    [Fact]
    public async Task Cases_that_end_before_they_start_are_listed_as_suspicious()
    {
        var csv = Corpora.Data("receipt.csv");
        using var folder = new TempDirectory();

        var import = await OpsBoardProcess.Run("import", csv, "--map", Map(), "--data", folder.Path);

        Assert.Contains("2 suspicious", import.Output, StringComparison.Ordinal);
    }

    private static string Map([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../../docs/examples/receipt.map.json"));

    private static async Task<string[]> Figures(LiveServer server)
    {
        var county = await server.Get($"/api/v1/units/{County}?period=all");
        var children = county.GetProperty("children").EnumerateArray().ToDictionary(static child => child.GetProperty("unit").GetString()!);
        var (counts, open) = (county.GetProperty("counts"), county.GetProperty("gauges").GetProperty("inProgress"));
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"{counts.GetProperty("accepted")} {counts.GetProperty("completed")} {open} {counts.GetProperty("zeroTrip")}"),
            $"General {Pair(children[$"{County}/general"])}",
            $"Customer {Pair(children[$"{County}/customer-contact"])}",
            $"Experts {Pair(children[$"{County}/experts"])}",
        ];
    }

    private static string Pair(JsonElement row) => $"{row.GetProperty("counts").GetProperty("accepted")} {row.GetProperty("counts").GetProperty("completed")}";
}
