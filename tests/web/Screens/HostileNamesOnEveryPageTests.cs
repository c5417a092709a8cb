using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens;

/// <summary>
/// Two provinces alike but for their names: plain ones, and the strings of a list that is known to break programs. A name is text, so
/// both must give pages of the same elements.
/// </summary>
public sealed partial class HostileNamesOnEveryPageTests(HostileNamesOnEveryPageTests.Provinces provinces) : IClassFixture<HostileNamesOnEveryPageTests.Provinces>
{
    private static readonly string[] Pages =
    [
        "/",
        "/wall/hainan?views=grid",
        "/wall/hainan?views=lagging",
        "/wall/hainan?views=reviews",
        "/wall/hainan/c0/d0?views=windows",
        "/units/hainan",
        "/units/hainan?metric=satisfaction-active&range=30d",
        "/units/hainan/c0",
        "/units/hainan/c0/d0",
        "/units/hainan/c0/d0/w0",
        "/units/hainan/c1?figure=hainan/c1.accepted&events=1",
        "/lagging/hainan?indicator=satisfaction-active",
        "/rankings/hainan?indicator=satisfaction-active",
        "/reviews/hainan",
        "/supervision/hainan?new=1&origin=cases:hainan/c0",
        "/m/hainan",
        "/table/hainan",
        "/replay/hainan?at=2026-11-20T10:00",
        "/fleet",
        "/units/hainan/c9999",
    ];

    private static readonly string[] Tables =
    [
        "/api/v1/reviews?scope=hainan&format=csv",
        "/api/v1/lagging?scope=hainan&indicator=satisfaction-active&format=csv",
        "/api/v1/rankings/satisfaction-active?scope=hainan&format=csv",
        "/api/v1/tables/children?scope=hainan&format=csv",
        "/api/v1/tables/children?scope=hainan/c0/d0&format=csv",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_is_text_on_every_page_and_never_markup()
    {
        var (plainly, hostilely) = await provinces.Open();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in Pages)
        {
            var plain = await Read(plainly, page);
            var hostile = await Read(hostilely, page);
            Assert.Equal(ElementsOf(plain), ElementsOf(hostile), StringComparer.Ordinal);
            var text = WebUtility.HtmlDecode(hostile);
            seen.UnionWith(Names().Where(name => text.Contains(name, StringComparison.Ordinal)));
        }

        Assert.Empty(Names().Except(seen, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/units/hainan/c{0}")]
    [InlineData("/wall/hainan/c{0}")]
    [InlineData("/m/hainan/c{0}")]
    public async Task A_title_says_the_name_and_nothing_else_comes_of_it(string page)
    {
        var (_, province) = await provinces.Open();
        var names = Names();
        // Every twentieth: a page for each of the names would take minutes.
        for (var i = 0; i < names.Length; i += 20)
        {
            var html = await Read(province, string.Format(null, page, i));
            var title = Title().Match(html).Groups["title"].Value;
            Assert.Contains(names[i], WebUtility.HtmlDecode(title), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_name_becomes_a_formula_or_a_further_cell_of_a_table()
    {
        var (plainly, hostilely) = await provinces.Open();
        foreach (var table in Tables)
        {
            var plain = CellsOf(await Read(plainly, table));
            var hostile = CellsOf(await Read(hostilely, table));
            Assert.True(plain.Count > 100, $"{table}: {plain.Count} rows");
            Assert.Equal(plain.Select(static row => row.Count), hostile.Select(static row => row.Count));
            Assert.All(hostile.SelectMany(static row => row), static cell => Assert.DoesNotMatch(@"^[=+@\t\r＝＋－＠]|^-(?!\d+(\.\d+)?$)", cell));
        }
    }

    private static string[] Names() =>
        [.. JsonSerializer.Deserialize<string[]>(File.ReadAllBytes(Corpora.File("blns/blns.json")))!.Distinct(StringComparer.Ordinal).Where(static name => name.Length > 0 && !name.Any(char.IsControl))];

    // All names on counties, and a quarter of them on the departments of the first and on the windows of its first department.
    private static async Task<LiveServer> Province(string[] names)
    {
        var lower = Enumerable.Range(0, names.Length / 4).ToArray();
        (string Path, string Name)[] named =
        [
            ("hainan", "海南省"),
            .. names.Select(static (name, i) => ($"hainan/c{i}", name)),
            .. lower.Select(i => ($"hainan/c0/d{i}", names[4 * i])),
            .. lower.Select(i => ($"hainan/c0/d0/w{i}", names[4 * i])),
        ];
        var units = named.Select(static unit => new { path = unit.Path, name = new { zh = unit.Name, en = "x" }, peerGroup = "all" });
        var server = await LiveServer.Start(RosterReader.Read(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { version = 1, units })), "units.json"));
        string[] windows = [.. names.Skip(1).Select(static (_, i) => $"hainan/c{i + 1}/d0/w0"), .. lower.Skip(1).Select(static i => $"hainan/c0/d{i}/w0"), .. lower.Select(static i => $"hainan/c0/d0/w{i}")];
        foreach (var part in windows.SelectMany(EventsOf).Chunk(1000)) await server.Post(part);
        await server.Board("hainan", board => board.GetProperty("counts").GetProperty("accepted").GetInt32() == windows.Length);
        return server;
    }

    private static IEnumerable<object> EventsOf(string window, int i) =>
        [SentEvent.Accepted($"c{i}", window: window), SentEvent.Of("review.submitted", $"r{i}-submitted", window, null, new { review = $"r{i}", stars = 1 + (i % 5) })];

    private static async Task<string> Read(LiveServer server, string address) => await (await server.Client.GetAsync(address, Cancel)).Content.ReadAsStringAsync(Cancel);

    private static string ElementsOf(string html) => string.Join(' ', Tag().Matches(html).Select(static tag => tag.Value));

    /// <summary>Reads RFC 4180.</summary>
    private static List<List<string>> CellsOf(string csv)
    {
        List<List<string>> rows = [[]];
        foreach (Match cell in Cell().Matches(csv.TrimStart('\uFEFF')))
        {
            rows[^1].Add(cell.Groups["quoted"].Success ? cell.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : cell.Groups["plain"].Value);
            if (cell.Groups["end"].Value != ",") rows.Add([]);
        }

        return [.. rows.Where(static row => row.Count > 1)];
    }

    /// <summary>Both servers, started by the first test that has the list of names.</summary>
    public sealed class Provinces : IAsyncDisposable
    {
        private LiveServer? _plain;
        private LiveServer? _hostile;

        internal async Task<(LiveServer Plain, LiveServer Hostile)> Open()
        {
            var names = Names();
            return (_plain ??= await Province([.. names.Select(static (_, i) => $"单位{i}")]), _hostile ??= await Province(names));
        }

        public async ValueTask DisposeAsync()
        {
            if (_plain is not null) await _plain.DisposeAsync();
            if (_hostile is not null) await _hostile.DisposeAsync();
        }
    }

    [GeneratedRegex("</?[a-zA-Z!?][a-zA-Z0-9-]*", RegexOptions.None, 60_000)]
    private static partial Regex Tag();

    [GeneratedRegex("<head>.*?<title>(?<title>.*?)</title>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Title();

    [GeneratedRegex("\\G(?:\"(?<quoted>(?:[^\"]|\"\")*)\"|(?<plain>[^,\r\n]*))(?<end>,|\r\n)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Cell();
}
