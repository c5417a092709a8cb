using System.Reflection;
using System.Reflection.Emit;
using Orleans;

namespace OpsBoard.Embedded;

/// <summary>
/// A grain interface in an assembly of its own: declared among the tests, it would keep the engine of all other tests from starting.
/// </summary>
internal static class StrayInterface
{
    public const string Name = "IStray";

    /// <summary>The interface has the method <c>Task Send(message)</c> and no grain class.</summary>
    public static Assembly With(Type message)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Stray"), AssemblyBuilderAccess.Run);
        var type = assembly.DefineDynamicModule("Stray").DefineType(Name, TypeAttributes.Public | TypeAttributes.Interface | TypeAttributes.Abstract);
        type.AddInterfaceImplementation(typeof(IGrainWithStringKey));
        type.DefineMethod(
            "Send", MethodAttributes.Public | MethodAttributes.Abstract | MethodAttributes.Virtual | MethodAttributes.NewSlot, typeof(Task), [message]);
        type.CreateType();
        return assembly;
    }
}
