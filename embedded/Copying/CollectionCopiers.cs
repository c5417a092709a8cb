using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;

namespace OpsBoard.Embedded;

/// <summary>Copies a collection with its comparer, element by element.</summary>
internal static class CollectionCopiers
{
    private static readonly Dictionary<Type, string> s_methods = new()
    {
        [typeof(List<>)] = nameof(List),
        [typeof(HashSet<>)] = nameof(Set),
        [typeof(Dictionary<,>)] = nameof(Dictionary),
        [typeof(ImmutableArray<>)] = nameof(ImmutableArray),
        [typeof(ImmutableList<>)] = nameof(ImmutableList),
        [typeof(ImmutableHashSet<>)] = nameof(ImmutableSet),
        [typeof(ImmutableDictionary<,>)] = nameof(ImmutableDictionary),
        [typeof(ImmutableSortedDictionary<,>)] = nameof(ImmutableSorted),
        [typeof(FrozenSet<>)] = nameof(FrozenSet),
        [typeof(FrozenDictionary<,>)] = nameof(FrozenDictionary),
    };

    public static bool Knows(Type definition) => s_methods.ContainsKey(definition);

    public static Func<object, Copies, object> Of(Type collection)
    {
        var (name, elements) = collection.IsArray
            ? (nameof(Array), [collection.GetElementType()!])
            : (s_methods[collection.GetGenericTypeDefinition()], collection.GetGenericArguments());
        var copy = typeof(CollectionCopiers).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(elements)
            .CreateDelegate<Func<object, Copies, object>>();
        return (value, copies) => copies.Of(value) ?? copy(value, copies);
    }

    private static T[] Array<T>(object value, Copies copies)
    {
        var source = (T[])value;
        var copy = (T[])copies.Note(value, source.Clone());
        if (Unchanging.Declared<T>.Holds) return copy;
        for (var index = 0; index < copy.Length; index++) copy[index] = Copier.Copy(source[index], copies);
        return copy;
    }

    private static List<T> List<T>(object value, Copies copies)
    {
        var source = (List<T>)value;
        var copy = (List<T>)copies.Note(value, new List<T>(source.Count));
        copy.AddRange(Elements(source, copies));
        return copy;
    }

    private static HashSet<T> Set<T>(object value, Copies copies)
    {
        var source = (HashSet<T>)value;
        var copy = (HashSet<T>)copies.Note(value, new HashSet<T>(source.Count, source.Comparer));
        copy.UnionWith(Elements(source, copies));
        return copy;
    }

    private static Dictionary<TKey, TValue> Dictionary<TKey, TValue>(object value, Copies copies)
        where TKey : notnull
    {
        var source = (Dictionary<TKey, TValue>)value;
        var copy = (Dictionary<TKey, TValue>)copies.Note(value, new Dictionary<TKey, TValue>(source.Count, source.Comparer));
        foreach (var (key, element) in Pairs(source, copies)) copy.Add(key, element);
        return copy;
    }

    private static object ImmutableArray<T>(object value, Copies copies) =>
        (ImmutableArray<T>)value is { IsDefault: false } source ? source.Select(element => Copier.Copy(element, copies)).ToImmutableArray() : value;

    private static ImmutableList<T> ImmutableList<T>(object value, Copies copies) => Elements((ImmutableList<T>)value, copies).ToImmutableList();

    private static ImmutableHashSet<T> ImmutableSet<T>(object value, Copies copies)
    {
        var source = (ImmutableHashSet<T>)value;
        return Elements(source, copies).ToImmutableHashSet(source.KeyComparer);
    }

    private static ImmutableDictionary<TKey, TValue> ImmutableDictionary<TKey, TValue>(object value, Copies copies)
        where TKey : notnull
    {
        var source = (ImmutableDictionary<TKey, TValue>)value;
        return Pairs(source, copies).ToImmutableDictionary(source.KeyComparer);
    }

    private static ImmutableSortedDictionary<TKey, TValue> ImmutableSorted<TKey, TValue>(object value, Copies copies)
        where TKey : notnull
    {
        var source = (ImmutableSortedDictionary<TKey, TValue>)value;
        return Pairs(source, copies).ToImmutableSortedDictionary(source.KeyComparer);
    }

    private static FrozenSet<T> FrozenSet<T>(object value, Copies copies)
    {
        var source = (FrozenSet<T>)value;
        return Elements(source, copies).ToFrozenSet(source.Comparer);
    }

    private static FrozenDictionary<TKey, TValue> FrozenDictionary<TKey, TValue>(object value, Copies copies)
        where TKey : notnull
    {
        var source = (FrozenDictionary<TKey, TValue>)value;
        return Pairs(source, copies).ToFrozenDictionary(source.Comparer);
    }

    private static IEnumerable<T> Elements<T>(IEnumerable<T> source, Copies copies) => source.Select(element => Copier.Copy(element, copies));

    private static IEnumerable<KeyValuePair<TKey, TValue>> Pairs<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> source, Copies copies) =>
        source.Select(pair => KeyValuePair.Create(Copier.Copy(pair.Key, copies), Copier.Copy(pair.Value, copies)));
}
