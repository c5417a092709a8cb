using System.Reflection;
using Orleans.Concurrency;

namespace OpsBoard.Embedded;

/// <summary>What an interface of grains or observers may declare.</summary>
internal static class MessageRules
{
    public static IEnumerable<string> Complaints(Type type)
    {
        var methods = InterfaceMethods.Of(type).ToArray();
        return methods.SelectMany(method => OfMethod(type, method));
    }

    private static IEnumerable<string> OfMethod(Type type, MethodInfo method)
    {
        var place = $"{type}.{method.Name}";
        if (method.IsSpecialName || method.IsGenericMethod || method.IsStatic)
            return [$"{place}: only plain methods can be called: no property, event, type parameter or static member."];
        if (!MayReturn(type, method.ReturnType))
            return [$"{place} returns {method.ReturnType}: return Task, Task<T>, ValueTask or ValueTask<T> (an observer also void, but no value)."];
        var result = GrainMethod.ResultOf(method.ReturnType);
        if (result is not null && method.IsDefined(typeof(OneWayAttribute)))
            return [$"{place} is one-way, so nobody would get its {result}: return Task or ValueTask."];
        return method.GetParameters().Select(parameter => parameter.ParameterType)
            .Concat(result is null ? [] : [result])
            .SelectMany(message => MessageTypes.Complaints(message))
            .Select(complaint => $"{place}: {complaint}");
    }

    private static bool MayReturn(Type type, Type returned)
    {
        if (returned == typeof(Task) || returned == typeof(ValueTask)) return true;
        var isGrain = typeof(Orleans.IGrain).IsAssignableFrom(type);
        if (returned == typeof(void)) return !isGrain;
        if (!returned.IsGenericType) return false;
        var kind = returned.GetGenericTypeDefinition();
        return kind == typeof(Task<>) || kind == typeof(ValueTask<>);
    }
}
