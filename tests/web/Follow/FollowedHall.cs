using System.Text;
using OpsBoard.Testing;
using OpsBoard.Web.Adapters;
using OpsBoard.Web.Follow;

namespace OpsBoard.Web.Tests.Follow;

/// <summary>A queue machine that writes a log, and a follower of it that can be stopped and started again.</summary>
internal sealed class FollowedHall : IDisposable
{
    private readonly TempDirectory _folder = new();
    private PositionFile? _positions;
    private FollowedFile? _file;
    private int _minutes;

    public FakeDoor Door { get; } = new();

    public List<string> Told { get; } = [];

    public Follower Follower { get; private set; } = null!;

    public string Log => Path.Combine(_folder.Path, "queue.log");

    /// <summary>The tickets in the order in which the server was told of them.</summary>
    public string Came => string.Join(' ', Door.Came.Select(static line => line.Split('|')[5]));

    public static string Line(string ticket, string window = "3", string behind = "") => $"8201|M01||{window}|E12|{ticket}|1795139940000{behind}\n";

    /// <summary>Appends, as the machine does.</summary>
    public void Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    public void Write(byte[] text)
    {
        File.AppendAllBytes(Log, text);
        Stamp(Log);
    }

    public void Rename(string name) => File.Move(Log, Beside(name));

    public void CopyAndTruncate(string name)
    {
        File.Copy(Log, Beside(name));
        Stamp(Beside(name));
        Truncate();
    }

    public void Truncate()
    {
        using (new FileStream(Log, FileMode.Truncate))
        {
        }

        Stamp(Log);
    }

    public void Start(bool again = false)
    {
        _positions = new PositionFile(Log + ".opsboard");
        _file = new FollowedFile(Log, again ? FilePosition.Start : _positions.Load(), Told.Add);
        var client = new HttpClient(Door, disposeHandler: false) { BaseAddress = new Uri("http://board.test") };
        Follower = new Follower(_file, _positions, new LineSender(client, new ManualClock()), TextEncodings.Utf8, new Backoff(new Random(1)), Told.Add);
    }

    public void Stop()
    {
        _file?.Dispose();
        _positions?.Dispose();
    }

    /// <summary>Lets the follower look until there is nothing more to do.</summary>
    public async Task Follow()
    {
        if (_file is null) Start();
        while (await Follower.Turn(TestContext.Current.CancellationToken) is not null)
        {
        }
    }

    /// <summary>One life of a follower.</summary>
    public async Task FollowOnce()
    {
        Start();
        await Follow();
        Stop();
    }

    public string SavedPosition
    {
        get => File.ReadAllText(Log + ".opsboard");
        set => File.WriteAllText(Log + ".opsboard", value);
    }

    public void Dispose()
    {
        Stop();
        Door.Dispose();
        _folder.Dispose();
    }

    private string Beside(string name) => Path.Combine(_folder.Path, name);

    // A minute for each act: what counts is which file was written later.
    private void Stamp(string file) => File.SetLastWriteTimeUtc(file, ManualClock.Opening.UtcDateTime.AddMinutes(++_minutes));
}
