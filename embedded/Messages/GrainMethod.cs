using System.Linq.Expressions;
using System.Reflection;
using Orleans.Concurrency;

namespace OpsBoard.Embedded;

/// <summary>What the engine knows of one method of a grain or observer interface.</summary>
internal abstract class GrainMethod
{
    protected GrainMethod(MethodInfo method)
    {
        FullName = $"{method.DeclaringType!.Name}.{method.Name}";
        IsOneWay = method.ReturnType == typeof(void) || method.IsDefined(typeof(OneWayAttribute));
        AlwaysInterleaves = method.IsDefined(typeof(AlwaysInterleaveAttribute));
        Invoke = CompileInvocation(method);
    }

    public string FullName { get; }

    public bool IsOneWay { get; }

    public bool AlwaysInterleaves { get; }

    /// <summary>Calls the method on a target with its arguments; whatever it returns comes as a task.</summary>
    public Func<object, object?[], Task> Invoke { get; }

    public static GrainMethod Of(MethodInfo method)
    {
        var result = ResultOf(method.ReturnType) ?? typeof(Nothing);
        return (GrainMethod)Activator.CreateInstance(typeof(GrainMethod<>).MakeGenericType(result), method)!;
    }

    /// <summary>The type of the value that a task of this type brings, or null if it only completes.</summary>
    public static Type? ResultOf(Type returned) => returned.IsGenericType ? returned.GetGenericArguments()[0] : null;

    /// <summary>Sends the call and gives the caller what the method promises to return.</summary>
    public abstract object? Send(Engine engine, IAddress to, object?[] arguments);

    private static Func<object, object?[], Task> CompileInvocation(MethodInfo method)
    {
        var target = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object?[]));
        var call = Expression.Call(
            Expression.Convert(target, method.DeclaringType!),
            method,
            method.GetParameters().Select((parameter, index) =>
                Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(index)), parameter.ParameterType)));
        return Expression.Lambda<Func<object, object?[], Task>>(AsTask(call), target, arguments).Compile();
    }

    private static Expression AsTask(Expression call) => call.Type switch
    {
        var returned when returned == typeof(void) => Expression.Block(call, Expression.Constant(Task.CompletedTask)),
        { IsValueType: true } => Expression.Convert(Expression.Call(call, nameof(ValueTask.AsTask), null), typeof(Task)),
        _ => Expression.Convert(call, typeof(Task)),
    };
}
