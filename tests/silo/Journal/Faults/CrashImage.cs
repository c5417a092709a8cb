using System.Globalization;
using System.Text;
using OpsBoard.StoreProcess;

namespace OpsBoard.Silo.Faults;

/// <summary>
/// A disk after the power failed: all that was synced, of the rest any part, and of one write the sectors of 512 bytes that were done. What
/// was deleted may still be there.
/// </summary>
internal sealed class CrashImage
{
    private const int Sector = 512;

    private readonly Dictionary<char, byte[]> _durable = [];
    private readonly Dictionary<char, List<DiskCall>> _pending = [];
    private readonly StringBuilder _acks = new();

    /// <param name="before">What the disk held before the first call.</param>
    public CrashImage(IEnumerable<(char File, byte[] Content)> before)
    {
        foreach (var (file, content) in before) _durable[file] = content;
    }

    /// <summary>Acknowledgements that had left the process.</summary>
    public IEnumerable<int> Acked => _acks.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(static line => line != Sender.Stopped).Select(static line => int.Parse(line, CultureInfo.InvariantCulture));

    public void Apply(DiskCall call)
    {
        if (call.File == 'a') _acks.Append(Encoding.ASCII.GetString(call.Data));
        else if (call.Operation == DiskOperation.Sync) Sync(call.File);
        else PendingOf(call.File).Add(call);
    }

    public void CutInto(string directory, Random random)
    {
        foreach (var (file, name) in ((char, string)[])[('d', "journal.db"), ('w', "journal.db-wal")])
        {
            var pending = PendingOf(file).Where(_ => random.Next(3) > 0).ToList();
            if (pending.Count > 0) Tear(pending, random);
            var content = pending.Aggregate(_durable.GetValueOrDefault(file), After);
            if (content is not null) File.WriteAllBytes(Path.Combine(directory, name), content);
        }
    }

    public static IEnumerable<(char File, byte[] Content)> Of(string directory)
    {
        foreach (var (file, name) in ((char, string)[])[('d', "journal.db"), ('w', "journal.db-wal")])
        {
            if (File.Exists(Path.Combine(directory, name))) yield return (file, File.ReadAllBytes(Path.Combine(directory, name)));
        }
    }

    private void Sync(char file)
    {
        if (PendingOf(file).Aggregate(_durable.GetValueOrDefault(file), After) is { } content) _durable[file] = content;
        else _durable.Remove(file);
        PendingOf(file).Clear();
    }

    private List<DiskCall> PendingOf(char file) => _pending.TryGetValue(file, out var pending) ? pending : _pending[file] = [];

    private static void Tear(List<DiskCall> pending, Random random)
    {
        var index = random.Next(pending.Count);
        var (call, length) = (pending[index], pending[index].Data.Length);
        if (call.Operation != DiskOperation.Write || length <= Sector) return;
        var data = call.Data[..(random.Next(1, (length / Sector) + 1) * Sector)];
        // What a file system has reserved and not written reads as zeros.
        if (random.Next(4) == 0) data.AsSpan().Clear();
        pending[index] = call with { Data = data };
    }

    private static byte[]? After(byte[]? content, DiskCall call)
    {
        if (call.Operation == DiskOperation.Unlink) return null;
        content ??= [];
        var end = call.Operation == DiskOperation.Truncate ? call.Offset : Math.Max(content.Length, call.Offset + call.Data.Length);
        var after = new byte[end];
        content.AsSpan(0, (int)Math.Min(end, content.Length)).CopyTo(after);
        call.Data.CopyTo(after, call.Operation == DiskOperation.Truncate ? 0 : call.Offset);
        return after;
    }
}
