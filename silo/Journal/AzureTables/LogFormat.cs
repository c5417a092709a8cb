using System.Collections.Immutable;
using System.IO.Compression;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Journal;
using OpsBoard.Supervision;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.AzureTables;

/// <summary>The content of an entry as bytes: one for what it is, then the rest, packed. It is read for ever, so what is written here is only ever added to under a new number.</summary>
internal static class LogFormat
{
    private const byte Group = 1;
    private const byte Terms = 2;

    public static byte[] Write(LoggedGroup group) => Packed(Group, to =>
    {
        to.Write(group.Rules);
        to.Write(group.ReceivedMs);
        to.Write(group.Outcome);
        to.Write7BitEncodedInt(group.Batches.Length);
        foreach (var batch in group.Batches) Write(to, batch);
    });

    public static byte[] Write(CountingTerms terms) => Packed(Terms, to => TermsFormat.Write(to, terms));

    /// <returns>A <see cref="LoggedGroup"/>, or <see cref="CountingTerms"/>.</returns>
    /// <exception cref="InvalidDataException">A newer program wrote it, or it is damaged.</exception>
    public static object Read(byte[] content)
    {
        try
        {
            using var packed = new BrotliStream(new MemoryStream(content, 1, content.Length - 1), CompressionMode.Decompress);
            using var from = new BinaryReader(packed);
            return content[0] switch
            {
                Group => new LoggedGroup(from.ReadInt32(), from.ReadInt64(), from.ReadBytes(Outcome.Length), Many(from, ReadBatch)),
                Terms => TermsFormat.Read(from),
                var other => throw new InvalidDataException($"an entry of the kind {other} is not known to this program"),
            };
        }
        catch (Exception fault) when (fault is EndOfStreamException or InvalidOperationException or ArgumentException or FormatException or System.Text.Json.JsonException)
        {
            throw new InvalidDataException($"an entry cannot be read: {fault.Message}", fault);
        }
    }

    private static byte[] Packed(byte kind, Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        bytes.WriteByte(kind);
        using (var packed = new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var to = new BinaryWriter(packed)) write(to);
        return bytes.ToArray();
    }

    private static void Write(BinaryWriter to, PendingBatch batch)
    {
        Write(to, batch.Events, Write);
        Write(to, batch.Milestones, Write);
        Write(to, batch.Decisions, Write);
        Write(to, batch.Tasks, Write);
    }

    private static PendingBatch ReadBatch(BinaryReader from) => new()
    {
        Events = Many(from, ReadEvent),
        Milestones = Many(from, ReadMilestone),
        Decisions = Many(from, static from => new Decision(from.ReadInt64(), from.ReadBoolean(), from.ReadString())),
        Tasks = Many(from, ReadTask),
    };

    private static void Write(BinaryWriter to, PendingEvent pending)
    {
        var fact = pending.Fact;
        to.Write(fact.Source);
        to.Write(fact.Id);
        to.Write((byte)fact.Kind);
        to.Write(fact.Window.ToString());
        to.Write(fact.OccurredMs);
        Write(to, pending.Body);
        to.Write(fact.Mark is not null);
        if (fact.Mark is not { } mark) return;
        to.Write(mark.Stream);
        to.Write(mark.Epoch);
        to.Write(mark.Sequence);
    }

    private static PendingEvent ReadEvent(BinaryReader from)
    {
        var (source, id, kind, window, occurredMs, body) = (from.ReadString(), from.ReadString(), (EventKind)from.ReadByte(), UnitPath.Parse(from.ReadString()), from.ReadInt64(), ReadBytes(from));
        SequenceMark? mark = from.ReadBoolean() ? new SequenceMark(from.ReadString(), from.ReadInt64(), from.ReadInt64()) : null;
        var fact = new ServiceEvent(source, id, kind, window, occurredMs, FactsJson.Read(body)) { Mark = mark };
        return new PendingEvent(fact, body, ContentHash.Of(fact, body));
    }

    private static void Write(BinaryWriter to, Milestone milestone)
    {
        to.Write(milestone.Unit.ToString());
        to.Write(milestone.Id);
        to.Write(milestone.Value);
        to.Write((byte)milestone.Qualifier);
        to.Write(milestone.Document);
        to.Write(milestone.DocumentDate.DayNumber);
        to.Write(milestone.DeclaredBy);
        WriteOrNull(to, milestone.Name?.Zh);
        WriteOrNull(to, milestone.Name?.En);
        WriteOrNull(to, milestone.Note);
        WriteOrNull(to, milestone.Target?.Document);
        if (milestone.Target is not { } target) return;
        to.Write(target.Year);
        to.Write(target.Value is not null);
        to.Write(target.Value ?? 0);
    }

    private static Milestone ReadMilestone(BinaryReader from)
    {
        var milestone = new Milestone(
            UnitPath.Parse(from.ReadString()), from.ReadString(), from.ReadInt64(), (MilestoneQualifier)from.ReadByte(), from.ReadString(), DateOnly.FromDayNumber(from.ReadInt32()), from.ReadString());
        var (zh, en, note, document) = (ReadOrNull(from), ReadOrNull(from), ReadOrNull(from), ReadOrNull(from));
        milestone = milestone with { Name = zh is null ? null : new Wording(zh, en!), Note = note };
        if (document is null) return milestone;
        var (year, isExact, value) = (from.ReadInt32(), from.ReadBoolean(), from.ReadInt64());
        return milestone with { Target = new MilestoneTarget(isExact ? value : null, year, document) };
    }

    private static void Write(BinaryWriter to, Decision decision)
    {
        to.Write(decision.Revision);
        to.Write(decision.IsApproved);
        to.Write(decision.By);
    }

    private static void Write(BinaryWriter to, PendingTask pending)
    {
        var act = pending.Event;
        to.Write(act.Source);
        to.Write(act.Id);
        to.Write(act.Task.Ledger.ToString());
        to.Write(act.Task.Id);
        to.Write((byte)act.Act);
        to.Write(act.OfProblem);
        to.Write(act.By.ToString());
        to.Write(act.OccurredMs);
        Write(to, pending.Body);
        to.Write(pending.Version ?? -1);
    }

    private static PendingTask ReadTask(BinaryReader from)
    {
        var (source, id, task, kind, ofProblem, by, occurredMs, body, version) =
            (from.ReadString(), from.ReadString(), new TaskId(UnitPath.Parse(from.ReadString()), from.ReadString()), (TaskAct)from.ReadByte(), from.ReadBoolean(), UnitPath.Parse(from.ReadString()), from.ReadInt64(), ReadBytes(from), from.ReadInt64());
        return new PendingTask(new TaskEvent(source, id, task, kind, ofProblem, by, occurredMs, TaskFactsJson.Read(body, kind)), body, version < 0 ? null : version);
    }

    private static void Write<T>(BinaryWriter to, ImmutableArray<T> items, Action<BinaryWriter, T> write)
    {
        to.Write7BitEncodedInt(items.Length);
        foreach (var item in items) write(to, item);
    }

    private static ImmutableArray<T> Many<T>(BinaryReader from, Func<BinaryReader, T> read)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        for (var left = from.Read7BitEncodedInt(); left > 0; left--) items.Add(read(from));
        return items.ToImmutable();
    }

    private static void Write(BinaryWriter to, byte[] bytes)
    {
        to.Write7BitEncodedInt(bytes.Length);
        to.Write(bytes);
    }

    private static byte[] ReadBytes(BinaryReader from)
    {
        var bytes = new byte[from.Read7BitEncodedInt()];
        from.BaseStream.ReadExactly(bytes);
        return bytes;
    }

    private static void WriteOrNull(BinaryWriter to, string? text)
    {
        to.Write(text is not null);
        if (text is not null) to.Write(text);
    }

    private static string? ReadOrNull(BinaryReader from) => from.ReadBoolean() ? from.ReadString() : null;
}
