using System.Collections;
using System.Collections.Immutable;
using System.Numerics;
using System.Reflection;
using System.Text;
using Orleans;

namespace OpsBoard.Testing;

/// <summary>
/// How many bytes the serializer of Orleans 10 makes of a value, worked out by its rules, so that the default profile can be asked too; the cluster leg holds it against the serializer itself (WireTests);
/// the names are those of its sources under src/Orleans.Serialization:
/// <list type="bullet">
/// <item>a field begins with one tag byte; an id that is more than 6 above that of the field before takes a variable-length number
/// besides (Writer.FieldHeader); defaults are written like other values;</item>
/// <item>whole numbers are zig-zag and variable-length, 7 bits a byte; from 2^20 up to int.MaxValue four bytes, from 2^48 eight (IntegerCodec);</item>
/// <item>a text is its length and its UTF-8 (StringCodec); null is a reference to nothing, one byte after the tag (ReferenceCodec);</item>
/// <item>an object, value or reference, is tag, members in the order of their ids, and one byte of end (WriteStartObject); a record has one more, which ends what its primary constructor may take (EndBaseFields);</item>
/// <item>an array is an object of its length and of each element as a field (ArrayCodec), bytes excepted (ByteArrayCodec);
/// immutable collections are objects that hold an array, or a list of pairs and two comparers (ImmutableArrayCodec, ImmutableSortedDictionaryCodec, KeyValuePairCodec).</item>
/// </list>
/// A type is never named: every member's is the one declared. The envelope of the call is not counted.
/// </summary>
internal static class WireSize
{
    private const int Tag = 1;
    private const int End = 1;
    private const int EndBaseFields = 1;
    private const uint LargestEmbeddedId = 6;

    public static int Of(object value) => Field(0, value);

    private static int Field(uint idDelta, object? value) => Header(idDelta) + value switch
    {
        null => VarUInt(0),
        int number => Number(number),
        long number => Number(number),
        string text => VarUInt((ulong)Encoding.UTF8.GetByteCount(text)) + Encoding.UTF8.GetByteCount(text),
        byte[] bytes => VarUInt((ulong)bytes.Length) + bytes.Length,
        Array array => Elements(array),
        IEnumerable collection => Collection(collection),
        _ when value.GetType().GetCustomAttribute<GenerateSerializerAttribute>() is not null => EndBaseFields + Members(value) + End,
        _ => throw new NotSupportedException($"The rules for {value.GetType()} are missing here."),
    };

    private static int Header(uint idDelta) => Tag + (idDelta > LargestEmbeddedId ? VarUInt(idDelta) : 0);

    private static int Number(long value) => value switch
    {
        < 1 << 20 and > -1 << 20 => VarUInt(ZigZag(value)),
        <= int.MaxValue and >= int.MinValue => sizeof(int),
        < 1L << 48 and > -1L << 48 => VarUInt(ZigZag(value)),
        _ => sizeof(long),
    };

    private static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    private static int VarUInt(ulong value) => 1 + (BitOperations.Log2(value | 1) / 7);

    private static int Collection(IEnumerable collection) => Generic(collection) switch
    {
        var type when type == typeof(ImmutableArray<>) => Field(0, Items(collection)) + End,
        var type when type == typeof(ImmutableSortedDictionary<,>) => Pairs(collection) + End,
        _ => throw new NotSupportedException($"The rules for {collection.GetType()} are missing here."),
    };

    private static Array Items(IEnumerable collection)
    {
        var items = collection.Cast<object>().ToArray();
        var array = Array.CreateInstance(collection.GetType().GetGenericArguments()[0], items.Length);
        items.CopyTo(array, 0);
        return array;
    }

    private static int Elements(Array array) =>
        array.Length == 0 ? End : Field(0, array.Length) + Header(1) - Header(0) + array.Cast<object?>().Sum(static element => Field(0, element)) + End;

    // The list of pairs as an array; then the comparers, which are null.
    private static int Pairs(IEnumerable dictionary)
    {
        var pairs = dictionary.Cast<object>().Select(static pair => Header(0) + Field(0, Part(pair, "Key")) + Field(1, Part(pair, "Value")) + End).ToList();
        return Header(0) + Field(0, pairs.Count) + pairs.Sum() + End + (2 * Field(1, null));
    }

    private static object? Part(object pair, string name) => pair.GetType().GetProperty(name)!.GetValue(pair);

    private static Type? Generic(object value) => value.GetType() is { IsGenericType: true } type ? type.GetGenericTypeDefinition() : null;

    private static int Members(object value)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var members = value.GetType().GetFields(Own).Select(field => (Id: IdOf(field), Value: field.GetValue(value)))
            .Concat(value.GetType().GetProperties(Own).Where(static property => IdOf(property) is not null).Select(property => (Id: IdOf(property), Value: property.GetValue(value))))
            .Where(static member => member.Id is not null)
            .OrderBy(static member => member.Id)
            .ToList();
        return members.Select((member, i) => Field(member.Id!.Value - (i == 0 ? 0 : members[i - 1].Id!.Value), member.Value)).Sum();
    }

    private static uint? IdOf(MemberInfo member) => member.GetCustomAttribute<IdAttribute>()?.Id;
}
