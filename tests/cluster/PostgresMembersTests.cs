using System.Net;
using OpsBoard.Silo.Hosting;
using OpsBoard.Testing;
using Orleans;
using Orleans.Runtime;

namespace OpsBoard.Cluster;

/// <summary>What Orleans relies on in a table of members.</summary>
public sealed class PostgresMembersTests(PostgresCluster cluster)
{
    private static readonly DateTime Start = ManualClock.Opening.UtcDateTime;

    [Fact]
    public async Task A_member_is_read_as_it_was_written_with_the_version_of_the_table()
    {
        await using var members = await Open();
        var silo = Member(1);
        silo.SuspectTimes = [Tuple.Create(Address(2), Start.AddTicks(7)), Tuple.Create(Address(3), Start.AddSeconds(1))];

        Assert.True(await members.InsertRow(silo, (await members.ReadAll()).Version.Next()));

        var read = await members.ReadAll();
        Assert.Equal(1, read.Version.Version);
        Assert.Equal(Text(silo), Text(Assert.Single(read.Members).Item1));
        Assert.Equal(Text(silo), Text(Assert.Single((await members.ReadRow(silo.SiloAddress)).Members).Item1));
    }

    [Fact]
    public async Task Of_two_who_read_the_same_version_one_writes()
    {
        await using var members = await Open();
        var next = (await members.ReadAll()).Version.Next();

        var written = await Task.WhenAll(members.InsertRow(Member(1), next), members.InsertRow(Member(2), next));

        Assert.Equal([false, true], written.Order());
        Assert.Equal((1, 1), (Assert.Single((await members.ReadAll()).Members) is null ? 0 : 1, (await members.ReadAll()).Version.Version));
    }

    [Fact]
    public async Task Whoever_is_in_the_table_cannot_be_inserted_again_and_nothing_has_changed()
    {
        await using var members = await Open();
        await members.InsertRow(Member(1), (await members.ReadAll()).Version.Next());
        var before = await members.ReadAll();

        Assert.False(await members.InsertRow(Member(1, SiloStatus.Dead), before.Version.Next()));

        Assert.Equal((before.Version, SiloStatus.Active), ((await members.ReadAll()).Version, (await members.ReadAll()).Members[0].Item1.Status));
    }

    [Fact]
    public async Task A_member_changes_from_the_newest_version_alone()
    {
        await using var members = await Open();
        var first = (await members.ReadAll()).Version.Next();
        await members.InsertRow(Member(1), first);
        var second = await members.ReadAll();

        var (stale, absent, newest) = (
            await members.UpdateRow(Member(1, SiloStatus.Dead), "", first),
            await members.UpdateRow(Member(9), "", second.Version.Next()),
            await members.UpdateRow(Member(1, SiloStatus.ShuttingDown), "", second.Version.Next()));

        Assert.Equal((false, false, true), (stale, absent, newest));
        var read = await members.ReadAll();
        Assert.Equal((2, SiloStatus.ShuttingDown), (read.Version.Version, read.Members[0].Item1.Status));
    }

    [Fact]
    public async Task A_sign_of_life_leaves_the_version_alone()
    {
        await using var members = await Open();
        await members.InsertRow(Member(1), (await members.ReadAll()).Version.Next());
        var before = await members.ReadAll();
        var later = Member(1, SiloStatus.Dead);
        later.IAmAliveTime = Start.AddMinutes(1);

        await members.UpdateIAmAlive(later);

        var read = await members.ReadAll();
        Assert.Equal((before.Version, Start.AddMinutes(1), SiloStatus.Active), (read.Version, read.Members[0].Item1.IAmAliveTime, read.Members[0].Item1.Status));
    }

    [Fact]
    public async Task Only_the_dead_of_long_ago_are_cleared_away()
    {
        await using var members = await Open();
        foreach (var member in (MembershipEntry[])[Member(1), Member(2, SiloStatus.Dead), Member(3, SiloStatus.Dead)]) await members.InsertRow(member, (await members.ReadAll()).Version.Next());
        var later = Member(3);
        later.IAmAliveTime = Start.AddDays(2);
        await members.UpdateIAmAlive(later);

        await members.CleanupDefunctSiloEntries(ManualClock.Opening.AddDays(1));

        Assert.Equal([Address(1), Address(3)], (await members.ReadAll()).Members.Select(static member => member.Item1.SiloAddress).OrderBy(static silo => silo.Endpoint.Port));
    }

    [Fact]
    public async Task Clusters_of_other_names_are_apart_and_one_is_forgotten_alone()
    {
        var database = cluster.NewSchema();
        await using var here = await Open(database, "here");
        await using var there = await Open(database, "there");
        await here.InsertRow(Member(1), (await here.ReadAll()).Version.Next());
        await there.InsertRow(Member(1), (await there.ReadAll()).Version.Next());

        await here.DeleteMembershipTableEntries("here");

        Assert.Empty((await here.ReadAll()).Members);
        Assert.Single((await there.ReadAll()).Members);
    }

    [Fact]
    public async Task Programs_that_start_together_make_the_table_once()
    {
        var database = cluster.NewSchema();

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Open(database, "same"))));

        Assert.Equal(0, (await all[0].ReadAll()).Version.Version);
        foreach (var members in all) await members.DisposeAsync();
    }

    [Fact]
    public async Task Servers_without_grains_are_told_of_active_silos_with_a_gateway()
    {
        var database = cluster.NewSchema();
        await using var members = await Open(database, "web");
        await using var gateways = new PostgresGateways(database, "web", TimeSpan.FromSeconds(1));
        await gateways.InitializeGatewayListProvider();
        var closed = Member(3);
        closed.ProxyPort = 0;
        foreach (var member in (MembershipEntry[])[Member(1), Member(2, SiloStatus.Dead), closed]) await members.InsertRow(member, (await members.ReadAll()).Version.Next());

        var found = Assert.Single(await gateways.GetGateways());

        Assert.Equal(SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 30_001), 7).ToGatewayUri(), found);
    }

    private static SiloAddress Address(int number) => SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 11_000 + number), 7);

    private static MembershipEntry Member(int number, SiloStatus status = SiloStatus.Active) => new()
    {
        SiloAddress = Address(number),
        SiloName = $"silo {number}",
        HostName = "host",
        ProxyPort = 30_000 + number,
        Status = status,
        StartTime = Start,
        IAmAliveTime = Start.AddSeconds(1),
    };

    private static string Text(MembershipEntry entry) =>
        $"{entry.SiloAddress} {entry.SiloName} {entry.HostName} {entry.ProxyPort} {entry.Status} {entry.StartTime:O} {entry.IAmAliveTime:O} {string.Join(' ', (entry.SuspectTimes ?? []).Select(static suspect => $"{suspect.Item1}@{suspect.Item2:O}"))}";

    private Task<PostgresMembers> Open() => Open(cluster.NewSchema(), "test");

    private static async Task<PostgresMembers> Open(string database, string name)
    {
        var members = new PostgresMembers(database, name);
        await members.InitializeMembershipTable(tryInitTableVersion: true);
        return members;
    }
}
