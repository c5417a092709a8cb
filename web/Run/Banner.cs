using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Run;

/// <summary>What the person who started the server reads first.</summary>
internal static class Banner
{
    public static void Print(IEnumerable<string> urls, ServerSettings settings, Roster roster, TimeProvider clock)
    {
        var url = urls.First().TrimEnd('/');
        var scope = roster.Provinces.FirstOrDefault()?.Path.ToString();
        Begin(urls, settings, roster);
        if (scope is not null)
        {
            Console.WriteLine($"  wall    {url}/wall/{scope}");
            Console.WriteLine($"  desk    {url}/units/{scope}");
            Console.WriteLine($"  API     {url}/api/v1/units/{scope}");
        }
        else
        {
            Console.WriteLine($"  start   {url}/");
        }

        Console.WriteLine($"  events  POST {url}/api/v1/events");
        if (settings.Demo is { } demo) Console.WriteLine($"  demo    made-up figures; its clock reads {JsonBody.Stamp(clock.GetUtcNow())} and runs at {demo.Speed}x");
        if (!settings.Open && settings.Demo is null) Console.WriteLine($"  access  registered sources may send (./opsboard source add), people (./opsboard person add) sign in at {url}/signin");
    }

    /// <summary>Of a silo without screens.</summary>
    public static void PrintSilo(IEnumerable<string> urls, ServerSettings settings, Roster roster)
    {
        Begin(urls, settings, roster);
        Console.WriteLine($"  silo    without screens; GET {urls.First().TrimEnd('/')}/health/ready");
    }

    private static void Begin(IEnumerable<string> urls, ServerSettings settings, Roster roster)
    {
        Console.WriteLine($"OpsBoard {BuildIdentity.Current.Id} listens on {string.Join(" ", urls)}");
        Console.WriteLine($"  data    {settings.Data}");
        Console.WriteLine($"  units   {roster.All.Length} registered");
    }
}
