using System.Collections.Frozen;
using System.Reflection;
using Orleans;
using Orleans.Runtime;

namespace OpsBoard.Embedded;

/// <summary>Which types may travel in calls, and what to do about those that may not.</summary>
internal static class MessageTypes
{
    private const BindingFlags OwnFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly FrozenSet<Type> s_plain =
    [
        typeof(string), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(DateOnly), typeof(TimeOnly),
        typeof(Guid), typeof(Uri), typeof(Version), typeof(Nothing),
    ];

    public static bool IsPlain(Type type) => type.IsPrimitive || type.IsEnum || s_plain.Contains(type);

    public static bool IsFrozen(Type type) => string.Equals(type.Namespace, "System.Collections.Frozen", StringComparison.Ordinal);

    /// <summary>Types whose members travel: those marked for it, and the tuples of the language.</summary>
    public static bool IsSerializable(Type type) =>
        type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false)
        || Nullable.GetUnderlyingType(type) is not null
        || type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true;

    /// <summary>The array or collection type that a type is, or null.</summary>
    public static Type? Collection(Type type)
    {
        // A frozen collection is of a hidden class made for its content.
        for (var shape = type; shape is not null; shape = IsFrozen(shape) ? shape.BaseType : null)
        {
            if (shape.IsSZArray) return shape;
            if (shape.IsGenericType && CollectionCopiers.Knows(shape.GetGenericTypeDefinition())) return shape;
        }

        return null;
    }

    public static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var part = type; part is not null && part != typeof(object) && part != typeof(ValueType); part = part.BaseType)
        {
            foreach (var field in part.GetFields(OwnFields)) yield return field;
        }
    }

    /// <summary>What keeps values of this type from travelling; empty if nothing does.</summary>
    public static IEnumerable<string> Complaints(Type type) => Complaints(type, []);

    private static IEnumerable<string> Complaints(Type type, HashSet<Type> seen)
    {
        if (IsPlain(type) || (type.IsInterface && type.IsAssignableTo(typeof(IAddressable))) || !seen.Add(type)) return [];
        if (Collection(type) is { } collection) return Elements(collection).SelectMany(element => Complaints(element, seen));
        if (!IsSerializable(type)) return [$"{type} cannot be copied: {Remedy(type)}."];
        return Parts(type).SelectMany(OfPart).Concat(Fields(type).SelectMany(field => Complaints(field.FieldType, seen)));
    }

    private static Type[] Elements(Type collection) => collection.IsArray ? [collection.GetElementType()!] : collection.GetGenericArguments();

    private static string Remedy(Type type) => type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true
        ? "use an array, List, Dictionary, HashSet, or an immutable or frozen collection, or a type of your own"
        : "mark it [GenerateSerializer] and its members [Id]";

    private static IEnumerable<Type> Parts(Type type)
    {
        for (var part = type; part is not null && part != typeof(object) && part != typeof(ValueType); part = part.BaseType) yield return part;
    }

    private static IEnumerable<string> OfPart(Type part)
    {
        if (string.Equals(part.Namespace, nameof(System), StringComparison.Ordinal)) return [];
        if (!IsSerializable(part)) return [$"{part} is a base of a message, so mark it [GenerateSerializer] too."];
        var given = PrimaryConstructor(part);
        return part.GetFields(OwnFields)
            .Where(field => !field.IsDefined(typeof(IdAttribute)))
            .Select(field => PropertyOf(part, field) ?? (MemberInfo)field)
            .Where(member => !member.IsDefined(typeof(IdAttribute)) && !given.Contains(member.Name))
            .Select(member => $"{part}.{member.Name} would be lost on the way: mark it [Id].");
    }

    private static PropertyInfo? PropertyOf(Type part, FieldInfo field) => field.Name.StartsWith('<')
        ? part.GetProperty(field.Name[1..field.Name.IndexOf('>')], OwnFields)
        : null;

    // Only of a record; its parameters travel without a mark.
    private static HashSet<string> PrimaryConstructor(Type part)
    {
        var isRecord = part.GetMethod("PrintMembers", OwnFields) is not null;
        var names = part.GetConstructors(OwnFields)
            .Select(constructor => constructor.GetParameters().Select(parameter => parameter.Name!).ToHashSet(StringComparer.Ordinal))
            .Where(names => names.Count > 0 && names.All(name => part.GetProperty(name, OwnFields) is not null))
            .MaxBy(names => names.Count);
        return isRecord && names is not null ? names : [];
    }
}
