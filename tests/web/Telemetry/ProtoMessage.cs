using System.Buffers.Binary;
using System.Text;

namespace OpsBoard.Web.Tests.Telemetry;

/// <summary>A protobuf message as its fields by number: enough to read names and values of what a collector receives.</summary>
internal readonly struct ProtoMessage(ReadOnlyMemory<byte> bytes)
{
    public string Text => Encoding.UTF8.GetString(bytes.Span);

    /// <summary>The messages, texts or bytes of a field, in their order.</summary>
    public IEnumerable<ProtoMessage> All(int field) => Fields().Where(each => each.Number == field).Select(static each => new ProtoMessage(each.Bytes));

    /// <summary>The messages behind a path of fields.</summary>
    public IEnumerable<ProtoMessage> Under(params int[] path) => path.Aggregate((IEnumerable<ProtoMessage>)[this], static (found, field) => found.SelectMany(each => each.All(field)));

    public string TextOf(int field) => All(field).Select(static each => each.Text).FirstOrDefault("");

    /// <summary>A number of eight bytes: a double where <paramref name="asDouble"/> is a field of it, else a whole number.</summary>
    public double NumberOf(int asDouble, int asInt)
    {
        var found = Fields().FirstOrDefault(each => each.Number == asDouble || each.Number == asInt);
        if (found.Bytes.IsEmpty) return 0;
        var bits = BinaryPrimitives.ReadInt64LittleEndian(found.Bytes.Span);
        return found.Number == asDouble ? BitConverter.Int64BitsToDouble(bits) : bits;
    }

    private IEnumerable<(int Number, ReadOnlyMemory<byte> Bytes)> Fields()
    {
        for (var at = 0; at < bytes.Length;)
        {
            var key = Whole(ref at);
            var length = (key & 7) switch { 0 => 0, 1 => 8, 5 => 4, 2 => (int)Whole(ref at), var other => throw new InvalidDataException($"wire type {other}") };
            if ((key & 7) == 0) _ = Whole(ref at);
            yield return ((int)(key >> 3), bytes.Slice(at, length));
            at += length;
        }
    }

    private long Whole(ref int at)
    {
        var (value, shift) = (0L, 0);
        while (true)
        {
            var next = bytes.Span[at++];
            value |= (long)(next & 0x7f) << shift;
            if (next < 0x80) return value;
            shift += 7;
        }
    }
}
