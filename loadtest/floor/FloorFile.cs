using System.Threading.Channels;
using Microsoft.Win32.SafeHandles;

namespace OpsBoard.Floor;

/// <summary>
/// Appends bodies to a file: one writer takes what waits, writes it, syncs once, and only then answers all of it. At 512 MiB the file begins
/// anew, so that a long run fills no disk.
/// </summary>
internal sealed class FloorFile : IAsyncDisposable
{
    private const long MostBytes = 512L << 20;

    private readonly SafeFileHandle _file;
    private readonly Channel<Pending> _waiting = Channel.CreateUnbounded<Pending>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _writing;
    private long _length;
    private long _events;

    public FloorFile(string path)
    {
        _file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
        _writing = Task.Run(Write);
    }

    /// <summary>Events that were answered as durable.</summary>
    public long Events => Interlocked.Read(ref _events);

    /// <summary>Ends when the body is on the disk.</summary>
    public Task Append(byte[] body, int events)
    {
        var pending = new Pending(body, events, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _waiting.Writer.TryWrite(pending);
        return pending.Durable.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
        _file.Dispose();
    }

    private async Task Write()
    {
        var group = new List<Pending>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (_waiting.Reader.TryRead(out var pending)) group.Add(pending);
            Write(group);
            group.Clear();
        }
    }

    private void Write(List<Pending> group)
    {
        try
        {
            if (_length > MostBytes) RandomAccess.SetLength(_file, _length = 0);
            RandomAccess.Write(_file, [.. group.Select(static pending => (ReadOnlyMemory<byte>)pending.Body)], _length);
            _length += group.Sum(static pending => (long)pending.Body.Length);
            RandomAccess.FlushToDisk(_file);
            Interlocked.Add(ref _events, group.Sum(static pending => pending.Events));
            foreach (var pending in group) pending.Durable.SetResult();
        }
        catch (IOException fault)
        {
            foreach (var pending in group) pending.Durable.TrySetException(fault);
        }
    }

    private sealed record Pending(byte[] Body, int Events, TaskCompletionSource Durable);
}
