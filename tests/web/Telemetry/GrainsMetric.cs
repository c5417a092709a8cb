namespace OpsBoard.Web.Tests.Telemetry;

/// <summary>What counts the grains that are active: the embedded engine, or Orleans in a cluster.</summary>
internal static class GrainsMetric
{
    public const string OfTheEngine = "opsboard.grains";

    public static readonly bool IsOfOrleans = typeof(Orleans.Grain).Assembly.GetName().Name!.StartsWith("Orleans", StringComparison.Ordinal);

    public static string Name => IsOfOrleans ? "orleans-catalog-activations" : OfTheEngine;
}
