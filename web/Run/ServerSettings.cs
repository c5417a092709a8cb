using System.Net;

namespace OpsBoard.Web.Run;

/// <summary>What the command line says of a server.</summary>
/// <param name="Urls">Addresses to listen on, separated by semicolons.</param>
/// <param name="Data">The data directory; made when it is missing.</param>
/// <param name="Roster">units.json; null: the one in the data directory, and no roster where there is none.</param>
/// <param name="Open">Keyless sending and seeing, on loopback only, and unknown units register themselves.</param>
internal sealed record ServerSettings(string Urls, string Data, string? Roster, bool Open)
{
    /// <summary>The folder of wwwroot and appsettings.json.</summary>
    public string ContentRoot { get; init; } = AppContext.BaseDirectory;

    public ConfigurationFiles Files => new(Data, Roster);

    public DemoSettings? Demo { get; init; }

    /// <summary>The first address that is not on this machine; null when all are.</summary>
    /// <param name="configuration">Its endpoints of the web server would take the place of the command line's addresses.</param>
    public string? AddressBeyondLoopback(IConfiguration configuration) => Urls.Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(static endpoint => endpoint["Url"] ?? ""))
        .FirstOrDefault(static url => !IsLoopback(url));

    private static bool IsLoopback(string url)
    {
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address)) return false;
        return address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
