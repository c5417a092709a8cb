using System.Globalization;

namespace OpsBoard.LoadTest;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("feed --url http://10.0.0.1:8080", "--url: 'http://10.0.0.1:8080' is not on this machine: simulated events go to loopback addresses only.")]
    [InlineData("feed", "Option '--url' is required.")]
    [InlineData("feed --url http://127.0.0.1:1 --batch 1001", "--batch must be 1 to 1000.")]
    [InlineData("feed --url http://127.0.0.1:1 --from 9", "'9' is not a time such as 08:30.")]
    [InlineData("feed --url http://127.0.0.1:1 --source hall-3", "Give --source and --secret-file together.")]
    [InlineData("feed --url http://127.0.0.1:1 --source hall-3 --secret-file /nowhere", "--secret-file: /nowhere holds no secret that can be read: Could not find file '/nowhere'.")]
    [InlineData("ingest --batch 1001", "--batch must be 1 to 1000.")]
    [InlineData("ingest --seconds 0", "--seconds must be 1 to 600.")]
    [InlineData("live --viewers 5001", "--viewers must be 1 to 5000.")]
    [InlineData("scale --windows 300001", "--windows must be 19 to 300000.")]
    [InlineData("restart --events 999", "--events must be 1000 to 5000000.")]
    [InlineData("soak --seconds 86401", "--seconds must be 1 to 86400.")]
    [InlineData("floor --repeat 21", "--repeat must be 1 to 20.")]
    [InlineData("peers --batch 1001", "--batch must be 1 to 1000.")]
    [InlineData("ingest --url http://127.0.0.1:8080", "Unrecognized command or argument '--url'.")]
    [InlineData("roster --windows 18", "--windows must be 19 to 300000.")]
    public async Task A_wrong_argument_costs_one_clear_line_and_status_2(string arguments, string line)
    {
        using var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };

        var status = await CommandLine.RunAsync(arguments.Split(' '), TimeProvider.System, error);

        Assert.Equal((2, line + "\n"), (status, error.ToString()));
    }
}
