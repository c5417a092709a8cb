using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using OpsBoard.Testing;

namespace OpsBoard.Web.Tests.Intake;

public sealed class GarbageTests : IAsyncLifetime
{
    private const string Suite = "JSONTestSuite/test_parsing";

    private IntakeServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IntakeServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task No_file_of_the_public_json_tests_is_ever_a_500_as_a_body()
    {
        var replies = await FourAtOnce(SuiteFiles().SelectMany(file => WaysToSend(File.ReadAllBytes(file))));

        Assert.DoesNotContain(replies, static reply => reply.Status is not (200 or 400));
    }

    [Fact]
    public async Task No_file_of_the_public_json_tests_sinks_its_neighbours_in_a_batch()
    {
        var fates = await FourAtOnce(SuiteFiles().Select(Func<Task<string>> (file) => () => FateInBatch(file)));

        Assert.DoesNotContain(fates, static fate => fate.EndsWith("sunk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_awkward_string_is_judged_as_an_id_and_as_the_number_of_a_case()
    {
        var strings = JsonSerializer.Deserialize<string[]>(await File.ReadAllBytesAsync(Corpora.File("blns/blns.json"), TestContext.Current.CancellationToken))!.Distinct(StringComparer.Ordinal).ToArray();
        var items = strings.Select(static text => SomeItem.Json(("id", SomeItem.Quoted(text)), ("data", $$"""{"case":{{SomeItem.Quoted(text)}}}""")));

        var reply = await _server.SendBatch([.. items]);

        Assert.Equal((200, strings.Length), (reply.Status, reply.Counts.Accepted + reply.Counts.Rejected));
        Assert.All(_server.Journal.Stored, happened => Assert.Contains(happened.Id, strings, StringComparer.Ordinal));
        Assert.All(_server.Journal.Stored, static happened => Assert.Equal(happened.Id, happened.Facts.Case));
    }

    private static string[] SuiteFiles()
    {
        var files = Corpora.FilesOf(Suite);
        if (files is null) Assert.Skip($"skipped: corpus missing: {Suite}");
        return files;
    }

    private IEnumerable<Func<Task<IntakeReply>>> WaysToSend(byte[] body) =>
        [() => _server.SendBatch(body), () => _server.SendStructured(body), () => _server.SendBinary(body)];

    // As many as one caller may have in flight.
    private static async Task<T[]> FourAtOnce<T>(IEnumerable<Func<Task<T>>> sends)
    {
        var replies = new ConcurrentBag<T>();
        await Parallel.ForEachAsync(sends, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (send, _) => replies.Add(await send()));
        return [.. replies];
    }

    // Valid JSON must leave its neighbours accepted; what is no JSON may make the whole body a 400.
    private async Task<string> FateInBatch(string file)
    {
        var name = Path.GetFileName(file);
        var (before, after) = (SomeItem.Json(("id", $"\"before {name}\"")), SomeItem.Json(("id", $"\"after {name}\"")));
        byte[] body = [.. Encoding.UTF8.GetBytes($"[{before},"), .. await File.ReadAllBytesAsync(file), .. Encoding.UTF8.GetBytes($",{after}]")];
        var reply = await _server.SendBatch(body);
        var isJudged = reply.Status == 200 ? reply.Counts.Accepted == 2 : reply.Status == 400 && name[0] != 'y';
        return $"{name} {(isJudged ? "judged" : "sunk")}";
    }
}
