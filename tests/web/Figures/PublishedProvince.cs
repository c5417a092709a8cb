namespace OpsBoard.Web.Tests.Figures;

/// <summary>One county for each published rate, at the end of July 2023; their cases and items are such that the published counts come out.</summary>
public sealed class PublishedProvince : IAsyncLifetime
{
    private static readonly DateTimeOffset June = Hall.At("2023-06-29 10:00");
    private static readonly DateTimeOffset July = Hall.At("2023-07-10 10:00");

    internal Hall Hall { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Hall = await Hall.Open("2023-07-31 18:00", "hainan/all", "hainan/cohort", "hainan/carried", "hainan/items", "hainan/idle");
        await Hall.Send(Cases("hainan/all", accepted: 4431, completed: 4374));
        await Hall.Send(Cases("hainan/cohort", accepted: 348, completed: 318, carried: 40));
        await Hall.Send(Cases("hainan/carried", accepted: 2191, completed: 2191, carried: 30));
        await Hall.Send(Enumerable.Range(0, 329).Select(static i => HallEvent.Listed($"item-{i}", "hainan/items/hall/w01", June, comprehensive: i < 322)));
        await Hall.Send(HallEvent.Reviewed("r1", 5, "hainan/idle/hall/w01", July));
    }

    public ValueTask DisposeAsync() => Hall.DisposeAsync();

    /// <param name="carried">Accepted in June and completed in July.</param>
    private static IEnumerable<object> Cases(string county, int accepted, int completed, int carried = 0) =>
    [
        .. Enumerable.Range(0, accepted).Select(i => HallEvent.Accepted(Case(county, i), Window(county, i), July.AddMinutes(i % 300))),
        .. Enumerable.Range(0, completed).Select(i => HallEvent.Completed(Case(county, i), Window(county, i), July.AddDays(2).AddMinutes(i % 300))),
        .. Enumerable.Range(1, carried).Select(i => HallEvent.Accepted(Case(county, -i), Window(county, i), June)),
        .. Enumerable.Range(1, carried).Select(i => HallEvent.Completed(Case(county, -i), Window(county, i), July)),
    ];

    // Numbers of a source are its own: all counties send through one.
    private static string Case(string county, int i) => $"{county[7..]}-{i}";

    private static string Window(string county, int i) => $"{county}/hall/w0{1 + (i % 3)}";
}
