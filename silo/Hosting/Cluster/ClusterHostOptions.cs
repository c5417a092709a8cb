using System.ComponentModel.DataAnnotations;
using System.Net;

namespace OpsBoard.Silo.Hosting;

/// <summary>How a process takes part in a cluster. Options under <c>Cluster</c>. Its members find each other through the journal's database.</summary>
public sealed class ClusterHostOptions
{
    /// <summary>Processes with the same name on the same database are one cluster: 1 to 64 characters, by default `opsboard`.</summary>
    [StringLength(64, MinimumLength = 1, ErrorMessage = "Cluster:Name: {2} to {1} characters.")]
    public string Name { get; set; } = "opsboard";

    /// <summary>`Both` (by default): grains, and screens beside them. `Web`: screens only, which reach the grains of silos. `Silo`: grains only, and health over HTTP.</summary>
    [AllowedValues(nameof(ServerRole.Both), nameof(ServerRole.Web), nameof(ServerRole.Silo), ErrorMessage = "Cluster:Role: Both, Web or Silo.")]
    public string Role { get; set; } = nameof(ServerRole.Both);

    /// <summary>The IP address at which the other processes reach this silo, and on which alone it listens; by default `127.0.0.1`, so only those of this machine.</summary>
    [CustomValidation(typeof(ClusterHostOptions), nameof(CheckAddress))]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>The port for other silos: 0 to 65535, by default 0: any that is free, which the members' table tells the others.</summary>
    [Range(0, 65_535, ErrorMessage = "Cluster:SiloPort: {1} to {2}.")]
    public int SiloPort { get; set; }

    /// <summary>The port for servers with the role `Web`: 0 to 65535, by default 0: any that is free. A silo without others has none.</summary>
    [Range(0, 65_535, ErrorMessage = "Cluster:GatewayPort: {1} to {2}.")]
    public int GatewayPort { get; set; }

    /// <summary>Time after which a call without an answer fails with a `TimeoutException`: 1 s to 10 min, by default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "Cluster:ResponseTimeout: {1} to {2}.")]
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time without a call after which a grain is deactivated: 10 s to 1 day, by default 15 min.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00", ErrorMessage = "Cluster:CollectionAge: {1} to {2}.")]
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often silos ask each other whether they live, and how long they wait for the answer: 500 ms to 1 min, by default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:01:00", ErrorMessage = "Cluster:ProbeEvery: {1} to {2}.")]
    public TimeSpan ProbeEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>So many answers in a row that fail to come make a silo suspect; when two silos suspect it, it is declared dead: 1 to 20, by default 3.</summary>
    [Range(1, 20, ErrorMessage = "Cluster:MissedProbes: {1} to {2}.")]
    public int MissedProbes { get; set; } = 3;

    /// <summary>Load of its processors, in per cent, from which on a silo refuses calls of servers with the role `Web`: 50 to 100, by default 95.</summary>
    [Range(50, 100, ErrorMessage = "Cluster:ShedAtPercent: {1} to {2} per cent.")]
    public int ShedAtPercent { get; set; } = 95;

    public static ValidationResult? CheckAddress(string address) => IPAddress.TryParse(address, out var ip) && !ip.Equals(IPAddress.Any) && !ip.Equals(IPAddress.IPv6Any)
        ? ValidationResult.Success
        : new ValidationResult("Cluster:Address: an IP address of this machine that the other processes reach, such as 10.0.0.11; not 0.0.0.0.");
}
