using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orleans;

namespace OpsBoard.Embedded;

/// <summary>Which values nobody can change, so that a copy could not be told from the original.</summary>
internal static class Unchanging
{
    private static readonly FrozenSet<Type> s_collections =
    [
        typeof(ImmutableArray<>), typeof(ImmutableList<>), typeof(ImmutableHashSet<>), typeof(ImmutableDictionary<,>),
        typeof(ImmutableSortedDictionary<,>), typeof(FrozenSet<>), typeof(FrozenDictionary<,>),
    ];

    private static readonly ConcurrentDictionary<Type, bool> s_known = new();

    /// <summary>Whether a value of exactly this type is unchanging.</summary>
    public static bool Is(Type type) => s_known.GetOrAdd(type, static type => Is(type, []));

    /// <summary>Whether whatever a field of this type holds is unchanging: not if it may hold a derived object.</summary>
    public static bool IsDeclared(Type type) => IsDeclared(type, []);

    private static bool IsDeclared(Type type, HashSet<Type> seen) => (type.IsSealed || MessageTypes.IsFrozen(type)) && Is(type, seen);

    private static bool Is(Type type, HashSet<Type> seen)
    {
        // A type that contains itself is as unchanging as the rest of it.
        if (MessageTypes.IsPlain(type) || !seen.Add(type)) return true;
        if (type.IsDefined(typeof(ImmutableAttribute), inherit: false)) return true;
        if (MessageTypes.Collection(type) is { } collection)
        {
            return collection.IsGenericType
                && s_collections.Contains(collection.GetGenericTypeDefinition())
                && collection.GetGenericArguments().All(element => IsDeclared(element, seen));
        }

        return MessageTypes.IsSerializable(type)
            && MessageTypes.Fields(type).All(field => (type.IsValueType || field.IsInitOnly) && IsDeclared(field.FieldType, seen));
    }

    /// <summary>The answer for a declared type, at no cost once it is known.</summary>
    public static class Declared<T>
    {
        public static readonly bool Holds = IsDeclared(typeof(T));
    }
}
