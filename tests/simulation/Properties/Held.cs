using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Testing;

namespace OpsBoard.Simulation;

/// <summary>How often a property is tried: usually, and in the long suite.</summary>
internal static class Held
{
    private const int Usually = 1_000;
    private const int Long = 100_000;

    public static void For<T>(Gen<T> values, Func<T, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(RunSize.Of(Usually, Long)).WithStartSize(10).WithEndSize(100), Prop.ForAll(values.ToArbitrary(), holds));
}
