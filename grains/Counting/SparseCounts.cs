using System.Buffers;

namespace OpsBoard.Counting;

/// <summary>
/// Whole-number counts by key, of which most are zero: zeroes are not kept. They add and subtract exactly. Held as they travel and as
/// the journal keeps them: for each key in use, ascending, the step from the former key and the count, both as numbers of variable length.
/// </summary>
[GenerateSerializer, Immutable, Alias("SparseCounts")]
public sealed record SparseCounts
{
    public static readonly SparseCounts Empty = new([]);

    [Id(0)]
    private readonly byte[] _packed;

    private SparseCounts(byte[] packed) => _packed = packed;

    public ReadOnlySpan<byte> Packed => _packed;

    public bool IsEmpty => _packed.Length == 0;

    public long Sum
    {
        get
        {
            long sum = 0;
            foreach (var (_, count) in this) sum += count;
            return sum;
        }
    }

    public long this[int key]
    {
        get
        {
            foreach (var (found, count) in this)
            {
                if (found == key) return count;
            }

            return 0;
        }
    }

    public static SparseCounts operator +(SparseCounts left, SparseCounts right) => Merge(left, right, 1);

    public static SparseCounts operator -(SparseCounts left, SparseCounts right) => Merge(left, right, -1);

    /// <param name="dense">The counts of the keys 0, 1, 2 and so on.</param>
    public static SparseCounts Of(ReadOnlySpan<long> dense)
    {
        var writer = new Writer(new ArrayBufferWriter<byte>());
        for (var key = 0; key < dense.Length; key++) writer.Add(key, dense[key]);
        return writer.ToCounts();
    }

    /// <summary>What <see cref="Packed"/> gave.</summary>
    public static SparseCounts Unpack(byte[] packed) => packed.Length == 0 ? Empty : new SparseCounts(packed);

    /// <summary>The keys in use, ascending, each with its count, which is never 0. A count below zero appears only in differences.</summary>
    public Enumerator GetEnumerator() => new(_packed);

    public bool Equals(SparseCounts? other) => other is not null && _packed.AsSpan().SequenceEqual(other._packed);

    public override int GetHashCode() => HashCode.Combine(_packed.Length, IsEmpty ? 0 : _packed[^1]);

    private static SparseCounts Merge(SparseCounts left, SparseCounts right, int sign)
    {
        if (right.IsEmpty) return left;
        if (left.IsEmpty && sign > 0) return right;
        var writer = new Writer(new ArrayBufferWriter<byte>(left._packed.Length + right._packed.Length));
        var mine = left.GetEnumerator();
        var its = right.GetEnumerator();
        var (hasMine, hasIts) = (mine.MoveNext(), its.MoveNext());
        while (hasMine || hasIts)
        {
            var key = Math.Min(hasMine ? mine.Current.Key : int.MaxValue, hasIts ? its.Current.Key : int.MaxValue);
            var (fromMine, fromIts) = (hasMine && mine.Current.Key == key, hasIts && its.Current.Key == key);
            writer.Add(key, (fromMine ? mine.Current.Count : 0) + (fromIts ? sign * its.Current.Count : 0));
            if (fromMine) hasMine = mine.MoveNext();
            if (fromIts) hasIts = its.MoveNext();
        }

        return writer.ToCounts();
    }

    public ref struct Enumerator(ReadOnlySpan<byte> packed)
    {
        private ReadOnlySpan<byte> _rest = packed;

        public (int Key, long Count) Current { get; private set; } = (-1, 0);

        public bool MoveNext()
        {
            if (_rest.IsEmpty) return false;
            var key = Current.Key + (int)Number();
            var zigzag = Number();
            Current = (key, (long)(zigzag >> 1) ^ -(long)(zigzag & 1));
            return true;
        }

        private ulong Number()
        {
            ulong number = 0;
            for (var shift = 0; ; shift += 7)
            {
                var next = _rest[0];
                _rest = _rest[1..];
                number |= (ulong)(next & 0x7f) << shift;
                if (next < 0x80) return number;
            }
        }
    }

    private struct Writer(ArrayBufferWriter<byte> buffer)
    {
        private int _last = -1;

        public void Add(int key, long count)
        {
            if (count == 0) return;
            Number((ulong)(key - _last));
            Number((ulong)((count << 1) ^ (count >> 63)));
            _last = key;
        }

        public readonly SparseCounts ToCounts() => Unpack(buffer.WrittenSpan.ToArray());

        private readonly void Number(ulong number)
        {
            for (; number >= 0x80; number >>= 7) Byte((byte)(number | 0x80));
            Byte((byte)number);
        }

        private readonly void Byte(byte value)
        {
            buffer.GetSpan(1)[0] = value;
            buffer.Advance(1);
        }
    }
}
