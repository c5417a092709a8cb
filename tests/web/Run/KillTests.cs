using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Web.Tests.Run;

/// <summary>
/// The whole server is killed (SIGKILL) under load, again and again. Three counts that know nothing of each other must agree: the ledger of
/// the sender, plain SQL over what the killed server left on the disk, and what a viewer was last shown.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    // The longer a journal, the longer each look at all of it.
    private const int RoundsOfOneJournal = 20;

    private static readonly int Rounds = RunSize.Of(usual: 4, @long: 200);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_counts_twice_when_the_server_is_killed()
    {
        var seed = 20_261_121 + RunSize.Seed;
        var (watch, sent, resent) = (Stopwatch.StartNew(), 0, 0);
        List<double> starts = [];
        for (var first = 0; first < Rounds; first += RoundsOfOneJournal)
        {
            var load = await KillOneServer(seed + first, Math.Min(RoundsOfOneJournal, Rounds - first), starts);
            (sent, resent) = (sent + load.Sent, resent + load.Resent);
            Leave(seed, Math.Min(Rounds, first + RoundsOfOneJournal), sent, resent, watch.Elapsed);
        }

        starts.Sort();
        output.WriteLine($"seed {seed}: {Rounds} kills, {sent} events sent, {resent} of them more than once, all acknowledged and counted once; ready after {starts[0]:0.0}/{starts[starts.Count / 2]:0.0}/{starts[^1]:0.0} s (min/median/max); {watch.Elapsed.TotalSeconds:0} s");
    }

    private static void Leave(int seed, int kills, int sent, int resent, TimeSpan lasted) => Evidence.OfLongTest(
        "kill-server",
        "Kill -9 of the whole server under load",
        typeof(KillTests),
        lasted,
        ("seed", Evidence.Number(seed)),
        ("kills", Evidence.Number(kills)),
        ("events sent, all acknowledged in the end", Evidence.Number(sent)),
        ("of these sent more than once", Evidence.Number(resent)),
        ("acknowledged and lost", "0"),
        ("stored or counted twice", "0"),
        ("last shown to a viewer", "equal"));

    private static async Task<KillLoad> KillOneServer(int seed, int rounds, List<double> starts)
    {
        using var folder = new TempDirectory();
        var load = new KillLoad(new Random(seed));
        for (var round = 1; round <= rounds; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            await using var server = await KillableServer.Start(folder.Path);
            starts.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
            await load.SendUntilKilled(server);
            load.CompareWith(folder.Path, $"round {round} of seed {seed}");
        }

        await using var last = await KillableServer.Start(folder.Path);
        await load.SendTheRest(last);
        var shown = await load.LastShown(last);
        var stored = load.CompareWith(folder.Path, "at rest");

        Assert.Equal(stored, shown);
        Assert.Equal(load.Sent, load.Acknowledged);
        return load;
    }

    /// <summary>What one source sends, and what it knows of the fate of each event.</summary>
    private sealed class KillLoad(Random random)
    {
        private const int Senders = 3;

        private readonly Lock _ledger = new();
        private readonly Dictionary<string, int> _batchOf = new(StringComparer.Ordinal);
        private readonly HashSet<string> _acknowledged = new(StringComparer.Ordinal);
        private readonly List<(string[] Ids, string Body)> _unknown = [];
        private int _cases;
        private int _batches;

        public int Sent => _batchOf.Count;

        public int Acknowledged => _acknowledged.Count;

        public int Resent { get; private set; }

        /// <summary>Several senders at once, until a kill at a random moment; a batch without an answer is sent again in a later round.</summary>
        public async Task SendUntilKilled(KillableServer server)
        {
            var batches = random.Next(5, 60);
            var sending = Enumerable.Range(0, Senders).Select(each => Task.Run(async () =>
            {
                while (await SendOne(server))
                {
                    lock (_ledger)
                    {
                        if (--batches != 0) continue;
                        _ = server.Kill();
                    }
                }
            }));
            await Task.WhenAll(sending);
            await server.Kill();
        }

        public async Task SendTheRest(KillableServer server)
        {
            while (true)
            {
                lock (_ledger)
                {
                    if (_unknown.Count == 0) return;
                }

                Assert.True(await SendOne(server));
            }
        }

        /// <summary>The cases accepted that a viewer of the province is shown once nothing more comes.</summary>
        public async Task<long> LastShown(KillableServer server)
        {
            await using var stream = await EventStream.Open(server.Client, "hainan");
            var board = await stream.Snapshot(body => Accepted(body) >= _cases);
            return Accepted(board);
        }

        /// <summary>
        /// What lies on the disk: all that was acknowledged, nothing that was not sent, no identity twice, batches whole or absent. The
        /// files are copied, so that nothing of them is touched.
        /// </summary>
        /// <returns>The cases accepted.</returns>
        public long CompareWith(string data, string when)
        {
            using var copy = new TempDirectory();
            foreach (var name in Directory.EnumerateFiles(data, "journal.db*").Where(static name => !name.EndsWith("-shm", StringComparison.Ordinal))) File.Copy(name, Path.Combine(copy.Path, Path.GetFileName(name)));
            using var journal = new SqliteConnection($"Data Source={Path.Combine(copy.Path, "journal.db")};Pooling=False");
            journal.Open();
            var stored = Strings(journal, "SELECT event_id FROM events");
            var once = stored.ToHashSet(StringComparer.Ordinal);

            Assert.Equal("ok", Strings(journal, "PRAGMA integrity_check")[0]);
            Assert.True(stored.Count == once.Count, $"{when}: {stored.Count - once.Count} identities are stored twice");
            Assert.True(_acknowledged.IsSubsetOf(once), $"{when}: acknowledged and lost: {string.Join(", ", _acknowledged.Except(once, StringComparer.Ordinal).Take(5))}");
            Assert.True(once.All(_batchOf.ContainsKey), $"{when}: stored and never sent");
            foreach (var batch in _batchOf.GroupBy(static pair => pair.Value, static pair => pair.Key))
                Assert.True(batch.All(once.Contains) || !batch.Any(once.Contains), $"{when}: a part of batch {batch.Key} is stored");
            var counted = long.Parse(Strings(journal, "SELECT SUM(accepted) FROM cells")[0], null);
            var cases = once.LongCount(static id => id.StartsWith("accepted-", StringComparison.Ordinal));
            Assert.True(counted == cases, $"{when}: {cases} acceptances are stored, {counted} are counted");
            return counted;
        }

        private static long Accepted(JsonElement board) => board.GetProperty("counts").GetProperty("accepted").GetInt64();

        private static List<string> Strings(SqliteConnection journal, string sql)
        {
            using var command = journal.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            List<string> rows = [];
            while (reader.Read()) rows.Add(reader.GetString(0));
            return rows;
        }

        private async Task<bool> SendOne(KillableServer server)
        {
            var (ids, body) = Next();
            try
            {
                using var content = new StringContent(body, Encoding.UTF8, "application/cloudevents-batch+json");
                using var answer = await server.Client.PostAsync("api/v1/events", content);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                var said = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
                Assert.Equal(ids.Length, said.GetProperty("accepted").GetInt32() + said.GetProperty("duplicate").GetInt32());
                lock (_ledger) _acknowledged.UnionWith(ids);
                return true;
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException)
            {
                // Neither yes nor no: the batch may be stored, and is sent again.
                lock (_ledger) _unknown.Add((ids, body));
                return false;
            }
        }

        private (string[] Ids, string Body) Next()
        {
            lock (_ledger)
            {
                if (_unknown.Count > 0 && random.Next(2) == 0)
                {
                    var again = _unknown[random.Next(_unknown.Count)];
                    _unknown.Remove(again);
                    Resent += again.Ids.Length;
                    return again;
                }

                var batch = Enumerable.Range(0, random.Next(1, 120)).SelectMany(_ => NewCase()).ToList();
                string[] ids = [.. batch.Select(static told => told.Id)];
                foreach (var id in ids) _batchOf[id] = _batches;
                _batches++;
                return (ids, JsonSerializer.Serialize(batch.Select(static told => told.Event)));
            }
        }

        private IEnumerable<(string Id, object Event)> NewCase()
        {
            var number = ++_cases;
            var window = $"hainan/c{random.Next(3)}/d{random.Next(3)}/w{random.Next(4)}";
            var at = new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime).ToOffset(BusinessDay.Offset);
            yield return ($"accepted-{number}", SentEvent.Of("case.accepted", $"accepted-{number}", window, at, new { @case = $"{number}" }));
            if (random.Next(2) == 0) yield return ($"completed-{number}", SentEvent.Of("case.completed", $"completed-{number}", window, at, new { @case = $"{number}" }));
            if (random.Next(3) == 0) yield return ($"review-{number}", SentEvent.Of("review.submitted", $"review-{number}", window, at, new { review = $"{number}", stars = random.Next(1, 6) }));
        }
    }
}
