using OpsBoard.Testing;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Indicators;

public sealed class IndicatorFilesTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    [Fact]
    public async Task A_mistake_in_the_indicators_ends_the_start_with_one_line_that_names_it()
    {
        var file = Path.Combine(_folder.Path, "indicators.json");
        await File.WriteAllTextAsync(file, "{ \"indicators\": [\n{ \"id\": \"On Time\" } ] }");

        var (status, _, errors) = await OpsBoardProcess.Run("run", "--open", "--port", "0", "--data", _folder.Path);

        Assert.Contains($"{file}, line 2: ", errors, StringComparison.Ordinal);
        Assert.Equal((2, 1), (status, errors.Trim().Split('\n').Length));
    }

    public void Dispose() => _folder.Dispose();
}
