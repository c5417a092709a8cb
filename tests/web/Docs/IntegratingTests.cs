using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpsBoard.Configuration;
using OpsBoard.Events;
using OpsBoard.Events.Queues;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Sources;
using OpsBoard.Web.Intake;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Docs;

/// <summary>What docs/integrating.md tells integrators is so: its examples are run as they stand.</summary>
public sealed partial class IntegratingTests
{
    private const string Source = "hall-3";

    private const string Units = """
        {"version":1,"units":[
          {"path":"hainan","name":{"zh":"海南省","en":"Hainan"}},
          {"path":"hainan/jiyang","name":{"zh":"吉阳区","en":"Jiyang"}},
          {"path":"hainan/jiyang/housing","name":{"zh":"住建局","en":"Housing"}},
          {"path":"hainan/jiyang/housing/w03","name":{"zh":"3号窗口","en":"Window 3"}},
          {"path":"hainan/jiyang/hall","name":{"zh":"大厅","en":"Hall"}},
          {"path":"hainan/jiyang/hall/queue","name":{"zh":"排队","en":"Queue"}}]}
        """;

    private static readonly string Manual = File.ReadAllText(Doc("integrating.md"));

    [Fact]
    public async Task The_curl_examples_answer_what_stands_behind_them()
    {
        using var folder = new TempDirectory();
        await using var server = await Started(folder);
        var examples = CurlExamples().ToList();
        var script = string.Concat(examples.Select(static example => $"{example.Script}\necho '=== end'\n")).Replace("http://127.0.0.1:8080", server.Address, StringComparison.Ordinal);

        var (status, output, error) = await Run(folder, "bash", "-euo", "pipefail", "-c", script);

        Assert.Equal((0, ""), (status, error));
        Assert.Equal(examples.Select(static example => example.Answer.Trim()), output.Split("=== end\n", StringSplitOptions.None).SkipLast(1).Select(static answer => Milliseconds().Replace(answer, "$ms").Trim()));
    }

    [Fact]
    public async Task The_CSharp_example_sends_a_file_once_however_often_it_is_run()
    {
        using var folder = new TempDirectory();
        await using var server = await Started(folder);
        File.Copy(Doc("examples/SendEvents.cs"), Path.Combine(folder.Path, "SendEvents.cs"));
        await File.WriteAllLinesAsync(Path.Combine(folder.Path, "events.jsonl"), Enumerable.Range(1, 3).Select(static number => JsonSerializer.Serialize(Event(number, "hainan/jiyang/housing/w03"))));
        string[] arguments = ["run", "SendEvents.cs", "--", server.Address, Source, "secret.txt", "events.jsonl"];

        var first = await Run(folder, "dotnet", arguments);
        await File.AppendAllLinesAsync(Path.Combine(folder.Path, "events.jsonl"), [JsonSerializer.Serialize(Event(4, "hainan/jiyang/housing"))]);
        var again = await Run(folder, "dotnet", arguments);

        Assert.Equal((0, "3 accepted, 0 known already.\n", ""), first);
        Assert.Equal((1, "0 accepted, 3 known already.\n"), (again.Status, again.Output));
        Assert.Contains("\"reason\":\"invalid_subject\"", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_CSharp_example_stands_in_the_document_as_it_is_in_its_file()
    {
        var printed = Assert.Single(Fences("csharp"));

        Assert.Equal(File.ReadAllText(Doc("examples/SendEvents.cs")), printed);
    }

    [Fact]
    public void Every_reason_that_the_server_can_answer_has_its_remedy()
    {
        var said = ReasonRows().Matches(Manual).SelectMany(static row => Words().Matches(row.Value)).Select(static word => word.Groups["word"].Value);

        Assert.Equal(ReasonsOf(typeof(Reasons)).Concat(ReasonsOf(typeof(Refusals))).Order(StringComparer.Ordinal), said.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_type_of_event_is_in_the_table()
    {
        var said = TypeRows().Matches(Manual).SelectMany(static row => Words().Matches(row.Value)).Select(static word => $"opsboard.{word.Groups["word"].Value}");

        Assert.Equal(EventKinds.All.Select(EventKinds.TypeOf).Order(StringComparer.Ordinal), said.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_document_says_nothing_else_of_queue_machines_than_its_example_file()
    {
        var read = ConfigurationEntry.ReadFile(Doc("examples/queue-machines.json"));

        Assert.Equal(["M01", "M02"], QueueMachinesReader.Read(read).All.Select(static machine => machine.Number).Order(StringComparer.Ordinal));
    }

    private static async Task<LiveServer> Started(TempDirectory folder)
    {
        // Signatures and events of now: the examples ask the machine's clock. Nothing is taken of anybody who does not sign.
        var server = await LiveServer.Start(RosterReader.Read(Encoding.UTF8.GetBytes(Units), "units.json"), TimeProvider.System.GetUtcNow(), open: false);
        var issued = server.Service<SourceBook>().Add("local", new RegisteredSource(Source, [UnitPath.Parse("hainan/jiyang")]), KeyKind.Signing, validFor: null);
        server.Service<AccessWatch>().Look();
        File.Copy(Doc("examples/queue-machines.json"), Path.Combine(server.Data, "queue-machines.json"));
        server.LookAtConfiguration();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "secret.txt"), issued.Secret + "\n");
        return server;
    }

    private static object Event(int number, string window) =>
        new { specversion = "1.0", id = $"s-{number}", source = Source, type = "opsboard.case.accepted", subject = window, time = Rfc3339.Write(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()), data = new { @case = $"s-{number}" } };

    private static async Task<(int Status, string Output, string Error)> Run(TempDirectory folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder.Path, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>What is run, and what is printed then; nothing where nothing stands behind it.</summary>
    private static IEnumerable<(string Script, string Answer)> CurlExamples() => CurlExample().Matches(Manual).Select(static match => (match.Groups["script"].Value, match.Groups["answer"].Value));

    private static IEnumerable<string> Fences(string language) => Fence().Matches(Manual).Where(match => match.Groups["language"].Value == language).Select(static match => match.Groups["text"].Value);

    private static IEnumerable<string> ReasonsOf(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (string)field.GetValue(null)!);

    private static string Doc(string name) => Path.Combine(Corpora.Repository(), "docs", name);

    [GeneratedRegex(@"^```bash\n(?<script>.*?)^```\n(\n```text\n(?<answer>.*?)^```\n)?", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex CurlExample();

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```\n", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Fence();

    // Both tables of reasons, and no other, stand behind this heading.
    [GeneratedRegex(@"(?<=^## Reasons\n(?:(?!^## ).*\n)*)^\| `[^|]+\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ReasonRows();

    [GeneratedRegex(@"^\| `(ticket|service|case|review|window|hotline|item)\.[^|]+\||^\| `correction` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex TypeRows();

    [GeneratedRegex("`(?<word>[a-z_.]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\d{13}", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Milliseconds();
}
