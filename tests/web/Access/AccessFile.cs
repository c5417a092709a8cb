using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Access.Devices;
using OpsBoard.Web.Access.People;
using OpsBoard.Web.Access.Sessions;

namespace OpsBoard.Web.Access;

/// <summary>An <c>access.db</c> in a folder of its own, with what reads and writes it, on a clock of the test.</summary>
internal sealed class AccessFile : IDisposable
{
    private readonly TempDirectory _folder = new();

    public AccessFile()
    {
        Database = new AccessDatabase(_folder.Path);
        Trail = new AuditTrail(Database, Clock);
        Watch = new AccessWatch(Database, Clock, NullLogger<AccessWatch>.Instance);
        People = new PersonRegistry(Database, Trail, Clock);
        Walls = new WallRegistry(Database, Trail, Clock);
        Sessions = NewSessions();
    }

    public ManualClock Clock { get; } = new();

    public AccessDatabase Database { get; }

    public AuditTrail Trail { get; }

    public AccessWatch Watch { get; }

    public PersonRegistry People { get; }

    public WallRegistry Walls { get; }

    public SessionRegistry Sessions { get; }

    /// <summary>As after a restart.</summary>
    public SessionRegistry NewSessions() => new(Database, Trail, Watch, Options.Create(new StayOptions()), Clock, NullLogger<SessionRegistry>.Instance);

    /// <summary>Somebody who is signed in: his name, and what his browser keeps.</summary>
    public string SignIn(string name, Role role = Role.Operator, string? scope = "hainan/haikou")
    {
        People.Add("local", name, role, scope is null ? null : UnitPath.Parse(scope));
        return Sessions.Begin(People.Find(name)!, "").Text;
    }

    /// <summary>A wall that was approved and has its cookie: the wall, and what its browser keeps.</summary>
    public (PairedWall Wall, string Cookie) Pair(string scope)
    {
        var (device, pairing) = Walls.Ask(UnitPath.Parse(scope), "192.0.2.7");
        var wall = Walls.Approve(Principal.Local, pairing.Code, "hall");
        var cookie = Walls.Claim(device)!.Value.Text;
        Watch.Look();
        return (wall, cookie);
    }

    public void Dispose() => _folder.Dispose();
}
