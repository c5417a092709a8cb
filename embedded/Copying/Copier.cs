using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Runtime;

namespace OpsBoard.Embedded;

/// <summary>
/// Gives callee and caller each a value of its own, as a network would. What nobody can change is passed as it is;
/// what is met twice in one call stays one object.
/// </summary>
internal static class Copier
{
    private static readonly ConcurrentDictionary<Type, Func<object, Copies, object>> s_copiers = new();
    private static readonly Func<object, object> s_clone =
        typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<Func<object, object>>();

    public static T Copy<T>(T value) => Copy(value, new Copies());

    /// <summary>Replaces each argument by its copy, in place.</summary>
    public static object?[] CopyAll(object?[] arguments)
    {
        var copies = new Copies();
        for (var index = 0; index < arguments.Length; index++) arguments[index] = Copy(arguments[index], copies);
        return arguments;
    }

    internal static T Copy<T>(T value, Copies copies) =>
        value is null || Unchanging.Declared<T>.Holds ? value : (T)s_copiers.GetOrAdd(value.GetType(), CopierOf)(value, copies);

    private static Func<object, Copies, object> CopierOf(Type type)
    {
        if (type.IsAssignableTo(typeof(IAddressable))) return CopyReference;
        if (Unchanging.Is(type)) return static (value, _) => value;
        if (MessageTypes.Collection(type) is { } collection) return CollectionCopiers.Of(collection);
        // An argument may be of a type that its method does not name: then nobody has checked it yet.
        if (MessageTypes.Complaints(type).FirstOrDefault() is { } complaint) throw new NotSupportedException(complaint);
        return Members(type);
    }

    private static object CopyReference(object value, Copies copies) => value is Reference
        ? value
        : throw new ArgumentException($"{value.GetType()} cannot be sent itself: send a reference, from GetGrain or CreateObjectReference.", nameof(value));

    private static Func<object, Copies, object> Members(Type type)
    {
        var changing = MessageTypes.Fields(type).Where(field => !Unchanging.IsDeclared(field.FieldType)).ToArray();
        return (value, copies) =>
        {
            if (copies.Of(value) is { } known) return known;
            var copy = copies.Note(value, s_clone(value));
            foreach (var field in changing) field.SetValue(copy, Copy(field.GetValue(value), copies));
            return copy;
        };
    }
}
