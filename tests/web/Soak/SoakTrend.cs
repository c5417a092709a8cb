using System.Globalization;

namespace OpsBoard.Web.Tests.Soak;

/// <summary>How one figure of the server moved while the load was even: over the later three quarters of the samples.</summary>
internal sealed class SoakTrend(IEnumerable<(double Minutes, double Value)> samples)
{
    private readonly (double Minutes, double Value)[] _settled = Later([.. samples]);

    public double Least => _settled.Min(static sample => sample.Value);

    public double Most => _settled.Max(static sample => sample.Value);

    /// <summary>By how much it grew in a minute, by least squares.</summary>
    public double Slope
    {
        get
        {
            var (minutes, mean) = (_settled.Average(static sample => sample.Minutes), _settled.Average(static sample => sample.Value));
            var spread = _settled.Sum(sample => (sample.Minutes - minutes) * (sample.Minutes - minutes));
            return spread == 0 ? 0 : _settled.Sum(sample => (sample.Minutes - minutes) * (sample.Value - mean)) / spread;
        }
    }

    public string Text(string unit) => string.Create(CultureInfo.InvariantCulture, $"{Least:0.#} to {Most:0.#}{unit}, {Slope:+0.000;-0.000;0.000}{unit} a minute");

    private static (double Minutes, double Value)[] Later((double Minutes, double Value)[] all) => all[(all.Length / 4)..];
}
