using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>A package of Debian whose program a load starts.</summary>
/// <param name="Service">Under which Debian starts it by itself.</param>
/// <param name="Find">Where its program is; null: nowhere.</param>
internal sealed record DebianPackage(string Name, string Service, Func<string?> Find)
{
    private const string PostgresVersions = "/usr/lib/postgresql";

    public static readonly DebianPackage Postgres = new("postgresql", "postgresql", static () => Directory.Exists(PostgresVersions) ? Newest(Directory.GetDirectories(PostgresVersions)) : null);
    public static readonly DebianPackage Redis = new("redis-server", "redis-server", static () => Existing("/usr/bin/redis-server"));

    /// <summary>For the person who has to do it.</summary>
    public string Command => $"apt-get install --no-install-recommends {Name}";

    /// <summary>Installs it where it is missing and may be installed.</summary>
    /// <returns>False: it is not there.</returns>
    public async Task<bool> Require(ProgressLine progress, CancellationToken cancel)
    {
        if (Find() is not null) return true;
        if (!Environment.IsPrivilegedProcess) return false;
        progress.Begin($"installing {Name}, which is missing");
        await ShellCommand.Run(["apt-get", "update", "-qq"], cancel);
        await ShellCommand.Run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", Name], cancel);
        // Debian starts what it installs, and would at every boot; a load starts its own.
        await ShellCommand.Run(["update-rc.d", Service, "disable"], cancel);
        await ShellCommand.Run(["service", Service, "stop"], cancel);
        return Find() is not null;
    }

    private static string? Newest(IEnumerable<string> versions) =>
        versions.OrderByDescending(static version => int.TryParse(Path.GetFileName(version), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Select(static version => Existing(Path.Combine(version, "bin", "postgres")))
            .FirstOrDefault(static program => program is not null);

    private static string? Existing(string path) => File.Exists(path) ? path : null;
}
