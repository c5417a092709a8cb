using System.Collections.Frozen;
using System.Reflection;

namespace OpsBoard.Embedded;

/// <summary>The methods of a grain or observer interface, those that it inherits among them.</summary>
internal sealed class InterfaceMethods(Type type)
{
    private readonly FrozenDictionary<MethodInfo, GrainMethod> _methods = Of(type).ToFrozenDictionary(method => method, GrainMethod.Of);

    public GrainMethod this[MethodInfo method] => _methods[method];

    public static IEnumerable<MethodInfo> Of(Type type) => type.GetInterfaces().Append(type).SelectMany(part => part.GetMethods());
}
