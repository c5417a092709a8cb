using System.Reflection;

namespace OpsBoard.Embedded;

internal sealed class GrainMethod<T>(MethodInfo method) : GrainMethod(method)
{
    private readonly Type _returned = method.ReturnType;

    public override object? Send(Engine engine, IAddress to, object?[] arguments)
    {
        var call = new Call<T>(engine, to, this, Copier.CopyAll(arguments));
        if (!IsOneWay) engine.Deadlines.Add(call);
        to.Deliver(call);
        return Returned(IsOneWay ? Task.FromResult<T>(default!) : call.Answer);
    }

    private object? Returned(Task<T> answer) => _returned switch
    {
        var type when type == typeof(void) => null,
        var type when type == typeof(ValueTask) => new ValueTask(answer),
        { IsValueType: true } => new ValueTask<T>(answer),
        _ => answer,
    };
}
