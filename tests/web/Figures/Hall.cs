using System.Globalization;
using System.Text.Json;
using OpsBoard.Units;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Figures;

/// <summary>
/// The service halls of a province as their reports saw them: the events of a past in by HTTP, figures out as the API and the tables
/// tell them. Offices close at 17:30; in the evening nobody owes a report, so that a figure is neither stale nor withheld.
/// </summary>
internal sealed class Hall : IAsyncDisposable
{
    public const string County = "hainan/jiyang";

    // Far more than a board ever takes to follow: a figure that never comes ends the test instead of holding it up.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private Hall(LiveServer server) => Server = server;

    public LiveServer Server { get; }

    /// <param name="now">As <see cref="At"/> reads it.</param>
    /// <param name="units">Counties and departments beside Jiyang, as path or path and Chinese name; those above stand before them.</param>
    public static async Task<Hall> Open(string now, params IEnumerable<string> units)
    {
        var roster = units.Prepend($"{County} 吉阳区").Prepend("hainan 海南省").Select(Entry);
        var json = JsonSerializer.SerializeToUtf8Bytes(new { version = 1, units = roster });
        return new Hall(await LiveServer.Start(RosterReader.Read(json, "units.json"), At(now), lookEvery: TimeSpan.FromMilliseconds(100)));
    }

    /// <summary>A time of the province: <c>2022-12-30 18:00</c>.</summary>
    public static DateTimeOffset At(string local) =>
        new(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), BusinessDay.Offset);

    /// <summary>Sends events by the thousand; each of them is to be taken.</summary>
    public async Task Send(params IEnumerable<object> events)
    {
        foreach (var batch in events.Chunk(1000))
            Assert.Equal(batch.Length, (await Server.Post(batch)).GetProperty("accepted").GetInt32());
    }

    /// <summary>An indicator of a unit and how its parent's table prints it: <c>51/245 20.8% ok behind</c>.</summary>
    /// <param name="period">today, month, quarter or year.</param>
    public async Task<string> Told(string indicator, string period, string unit = County)
    {
        var parent = UnitPath.Parse(unit).Parent.ToString();
        await CaughtUp(unit);
        await CaughtUp(parent);
        var value = await Indicator(indicator, period, unit);
        var ranking = await Server.Get($"/api/v1/rankings/{indicator}?scope={parent}&period={period}");
        var row = ranking.GetProperty("groups").EnumerateArray()
            .SelectMany(static group => group.GetProperty("places").EnumerateArray().Concat(group.GetProperty("apart").EnumerateArray()))
            .Single(row => Text(row, "unit") == unit);
        Assert.Equal(Written(value), Written(row));
        return $"{Count(value)} {row.GetProperty("printed").GetProperty("zh").GetString()} {Text(value, "state")} {Text(value, "status")}";
    }

    /// <summary>An indicator of a unit over any period, without a table that prints it: <c>51/245 ok behind</c>.</summary>
    public async Task<string> Counted(string indicator, string period, string unit = County)
    {
        await CaughtUp(unit);
        return Written(await Indicator(indicator, period, unit));
    }

    /// <summary>The value of an indicator as the unit's body has it.</summary>
    public async Task<JsonElement> Indicator(string indicator, string period, string unit = County)
    {
        var body = await Server.Get($"/api/v1/units/{unit}?period={period}");
        return body.GetProperty("indicators").EnumerateArray().Single(value => Text(value, "id") == indicator);
    }

    /// <summary>The sum of an indicator's counts over the children of a unit, of those that have a value.</summary>
    public async Task<(long Numerator, long Denominator)> SumOfChildren(string indicator, string period, string unit)
    {
        await CaughtUp(unit);
        var values = (await Server.Get($"/api/v1/units/{unit}?period={period}")).GetProperty("children").EnumerateArray()
            .SelectMany(static child => child.GetProperty("indicators").EnumerateArray())
            .Where(value => Text(value, "id") == indicator)
            .ToList();
        return (values.Sum(static value => value.GetProperty("numerator").GetInt64()), values.Sum(static value => value.GetProperty("denominator").GetInt64()));
    }

    /// <summary>The row of a unit in the table of its parent, as a spreadsheet gets it.</summary>
    public async Task<string> Row(string indicator, string period, string unit = County)
    {
        await CaughtUp(UnitPath.Parse(unit).Parent.ToString());
        var csv = await Server.Client.GetStringAsync($"/api/v1/rankings/{indicator}?scope={UnitPath.Parse(unit).Parent}&period={period}&format=csv");
        return csv.Split("\r\n").Single(row => row.StartsWith($"{unit},", StringComparison.Ordinal));
    }

    /// <summary>Today's board once it has everything that the journal has.</summary>
    public async Task<JsonElement> CaughtUp(string unit = County)
    {
        var versions = await Server.Journal.ReadVersions(UnitPath.Parse(unit));
        var journal = versions.Sum(static window => window.Version);
        return await Board(board => board.GetProperty("journalVersion").GetInt64() >= journal, unit);
    }

    /// <summary>Today's board once it is as expected: what time alone moves comes without a version.</summary>
    public Task<JsonElement> Board(Func<JsonElement, bool> until, string unit = County) => Server.Board(unit, until).WaitAsync(Patience);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static object Entry(string unit)
    {
        var (path, name) = unit.Split(' ') is [var first, var second] ? (first, second) : (unit, unit);
        var kind = UnitPath.Parse(path).Kind;
        return kind == UnitKind.Province
            ? new { path, name = new { zh = name, en = name }, opening = new { days = "1-5", from = "08:30", to = "17:30" } }
            : new { path, name = new { zh = name, en = name }, peerGroup = kind.ToString() };
    }

    private static string Written(JsonElement value) => $"{Count(value)} {Text(value, "state")} {Text(value, "status")}";

    private static string Count(JsonElement value) =>
        value.TryGetProperty("denominator", out var denominator) ? $"{value.GetProperty("numerator")}/{denominator}" : $"{value.GetProperty("numerator")}";

    private static string Text(JsonElement entry, string member) => entry.GetProperty(member).GetString()!;
}
