using System.Collections.Immutable;
using System.Text;
using OpsBoard.Testing;

namespace OpsBoard.Web.Tests.Overload;

/// <summary>Spoils sound bytes in the ways in which bytes are spoilt, and in some that somebody has to think of. The same seed spoils the same way.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly ImmutableArray<byte[]> Spices =
    [
        .. new[]
        {
            "null", "true", "[]", "{}", "[[[[[[[[[[[[[[[[[[[[", "]]]]]]]]]]]]]]]]]]]]", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\\u0000", "1e999", "-0", "9223372036854775808", "0.1e-9999999",
            "\"id\":\"twice\",", "\"specversion\":", "9999-12-31T23:59:60Z", "0000-01-01T00:00:00-23:59", "2026-11-20T23:59:59.99999999999999999999+08:00", "hainan/../../etc", "\u202e\u0085\u2028", "%00%ff%",
            "' OR 1=1;--", "<script>", "=cmd|' /C calc'!A0", "\r\nSet-Cookie: a=b", new string('9', 400), new string('a', 300),
        }.Select(Encoding.UTF8.GetBytes),
        [0xff, 0xfe], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0x00], [0xef, 0xbb, 0xbf], [0x1e],
    ];

    private readonly Random _random = new(seed);

    public int Next(int most) => _random.Next(most);

    public T Any<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    /// <summary>One to four faults, each anywhere.</summary>
    public byte[] Spoil(byte[] sound)
    {
        var spoilt = sound;
        for (var faults = _random.Next(1, 5); faults > 0; faults--) spoilt = SpoilOnce(spoilt);
        return spoilt;
    }

    public string Spoil(string sound) => Encoding.Latin1.GetString(Spoil(Encoding.UTF8.GetBytes(sound)));

    private byte[] SpoilOnce(byte[] bytes)
    {
        var (from, to) = (_random.Next(bytes.Length + 1), _random.Next(bytes.Length + 1));
        if (from > to) (from, to) = (to, from);
        return _random.Next(8) switch
        {
            0 => bytes[..from],
            1 => [.. bytes[..from], .. bytes[to..]],
            2 => [.. bytes[..to], .. bytes[from..Math.Min(to, from + 200)], .. bytes[to..]],
            3 or 4 when from < bytes.Length => [.. bytes[..from], (byte)_random.Next(256), .. bytes[(from + 1)..]],
            5 when from < bytes.Length => [.. bytes[..from], (byte)(bytes[from] ^ (1 << _random.Next(8))), .. bytes[(from + 1)..]],
            _ => [.. bytes[..from], .. Any(Spices), .. bytes[from..]],
        };
    }
}
