using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace OpsBoard.Embedded;

/// <summary>Stands in for a grain or an observer; equal to every other reference to the same one, whatever interface it is seen through.</summary>
[SuppressMessage("Design", "MA0053:Make class sealed", Justification = "The types made by DispatchProxy derive from it.")]
[SuppressMessage("Performance", "CA1852:Seal internal types", Justification = "The types made by DispatchProxy derive from it.")]
internal class Reference : DispatchProxy
{
    private Engine _engine = null!;
    private InterfaceMethods _methods = null!;

    public IAddress Address { get; private set; } = null!;

    public static T To<T>(Engine engine, IAddress address, InterfaceMethods methods)
    {
        // One is made for nearly every message, and a copy of another costs a tenth of what reflection takes to construct it.
        var self = (Reference)Blank<T>.Reference.MemberwiseClone();
        self._engine = engine;
        self._methods = methods;
        self.Address = address;
        return (T)(object)self;
    }

    private static class Blank<T>
    {
        public static readonly Reference Reference = (Reference)(object)Create<T, Reference>()!;
    }

    public override bool Equals(object? obj) => obj is Reference other && Address.Equals(other.Address);

    public override int GetHashCode() => Address.GetHashCode();

    public override string ToString() => Address.ToString()!;

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        _methods[targetMethod!].Send(_engine, Address, args ?? []);
}
