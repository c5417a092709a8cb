using Orleans;
using Orleans.Runtime;

namespace OpsBoard.Silo.Hosting;

/// <summary>The members of a cluster that is one silo: nobody else can reach its journal, so nobody else has to read who belongs to it.</summary>
internal sealed class LoneMember : IMembershipTable
{
    private readonly Lock _gate = new();
    private MembershipEntry? _member;
    private int _version;

    public Task InitializeMembershipTable(bool tryInitTableVersion) => Task.CompletedTask;

    public Task DeleteMembershipTableEntries(string clusterId)
    {
        lock (_gate) _member = null;
        return Task.CompletedTask;
    }

    public Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate) => Task.CompletedTask;

    public Task<MembershipTableData> ReadRow(SiloAddress key) => ReadAll();

    public Task<MembershipTableData> ReadAll()
    {
        lock (_gate)
        {
            var version = MembersVersion.Of(_version);
            return Task.FromResult(_member is null ? new MembershipTableData(version) : new MembershipTableData(Tuple.Create(_member, version.VersionEtag), version));
        }
    }

    public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion) => Set(entry, tableVersion, isNew: true);

    public Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion) => Set(entry, tableVersion, isNew: false);

    public Task UpdateIAmAlive(MembershipEntry entry) => Task.CompletedTask;

    private Task<bool> Set(MembershipEntry entry, TableVersion version, bool isNew)
    {
        lock (_gate)
        {
            if (isNew == _member is not null || MembersVersion.Before(version) != _version) return Task.FromResult(false);
            (_member, _version) = (entry, version.Version);
            return Task.FromResult(true);
        }
    }
}
