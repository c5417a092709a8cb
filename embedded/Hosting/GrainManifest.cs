using System.Collections.Frozen;
using System.Reflection;
using Orleans;

namespace OpsBoard.Embedded;

/// <summary>The grain classes and the interfaces of grains and observers that some assemblies hold, and what is wrong with them.</summary>
internal sealed class GrainManifest
{
    private readonly FrozenDictionary<Type, GrainClass> _classes;
    private readonly FrozenDictionary<Type, InterfaceMethods> _methods;
    private readonly string[] _complaints;

    public GrainManifest(IEnumerable<Assembly> assemblies)
    {
        var types = assemblies.Distinct().SelectMany(assembly => assembly.GetTypes()).ToArray();
        var interfaces = types.Where(type => type.IsInterface && Is<IGrain>(type)).ToArray();
        var observers = types.Where(type => type.IsInterface && Is<IGrainObserver>(type)).ToArray();
        var classes = types.Where(type => type is { IsClass: true, IsAbstract: false } && Is<IGrain>(type) && Is<Grain>(type)).ToArray();
        var hosts = interfaces.ToDictionary(type => type, type => classes.Where(type.IsAssignableFrom).ToArray());
        _complaints =
        [
            .. hosts.Where(host => host.Value.Length != 1 && !IsRole(host.Key, host.Value)).Select(host => NotOne(host.Key, host.Value)),
            .. interfaces.Concat(observers).SelectMany(MessageRules.Complaints).Distinct(StringComparer.Ordinal),
        ];
        var known = classes.ToDictionary(type => type, type => new GrainClass(type));
        _classes = hosts.Where(host => host.Value.Length == 1).ToFrozenDictionary(host => host.Key, host => known[host.Value[0]]);
        // What breaks the rules cannot be called, and the start fails before anyone could try.
        _methods = _complaints.Length > 0
            ? FrozenDictionary<Type, InterfaceMethods>.Empty
            : interfaces.Concat(observers).ToFrozenDictionary(type => type, type => new InterfaceMethods(type));
    }

    public void Check()
    {
        if (_complaints.Length > 0)
            throw new InvalidOperationException($"The grains cannot be hosted:{Environment.NewLine}{string.Join(Environment.NewLine, _complaints)}");
    }

    public GrainClass ClassOf(Type grainInterface)
    {
        Check();
        return _classes.GetValueOrDefault(grainInterface) ?? throw (_methods.ContainsKey(grainInterface) ? Ambiguous(grainInterface) : Unknown(grainInterface));
    }

    public InterfaceMethods MethodsOf(Type type)
    {
        Check();
        return _methods.GetValueOrDefault(type) ?? throw Unknown(type);
    }

    private static ArgumentException Unknown(Type type) =>
        new($"{type} is in none of the assemblies that hold grains: pass its assembly to {nameof(EmbeddedGrains.AddEmbeddedGrains)}.", nameof(type));

    private static ArgumentException Ambiguous(Type type) =>
        new($"{type} is a role of several grains: ask for the interface of one of them.", nameof(type));

    // What several grain interfaces extend is a role that their grains share; nobody can ask for a grain by it.
    private static bool IsRole(Type type, Type[] classes) =>
        classes.Length > 1 && classes.All(host => host.GetInterfaces().Any(other => other != type && type.IsAssignableFrom(other)));

    private static bool Is<T>(Type type) => typeof(T).IsAssignableFrom(type);

    private static string NotOne(Type type, Type[] classes) => classes.Length == 0
        ? $"{type}: no grain class implements it."
        : $"{type}: {string.Join(" and ", classes.Select(host => host.ToString()))} implement it, but only one class may.";
}
