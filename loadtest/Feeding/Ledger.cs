using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>
/// What was sent and what the intake said of it, counted apart from the product. Sent is always the sum of the other five.
/// </summary>
internal sealed class Ledger
{
    private const int ReasonsShown = 5;

    private readonly long[] _fates = new long[Enum.GetValues<Fate>().Length];
    private readonly HashSet<string> _reasons = new(StringComparer.Ordinal);

    public long Sent => _fates.Sum();

    public long this[Fate fate] => _fates[(int)fate];

    /// <summary>Batches that were sent again.</summary>
    public long Retries { get; private set; }

    /// <summary>From now on these events count as sent, with no answer yet.</summary>
    public void Send(int events) => _fates[(int)Fate.Unknown] += events;

    public void Retry() => Retries++;

    /// <returns>The reasons of refusals that are seen for the first time, the first few of a run only.</returns>
    public IReadOnlyList<string> Settle(Answer answer)
    {
        _fates[(int)Fate.Unknown] -= answer.Fates.Count;
        foreach (var fate in answer.Fates) _fates[(int)fate]++;
        return [.. answer.Reasons.Where(reason => _reasons.Count < ReasonsShown && _reasons.Add(reason))];
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"sent {Sent:N0}, accepted {this[Fate.Accepted]:N0}, duplicate {this[Fate.Duplicate]:N0}, conflict {this[Fate.Conflict]:N0}, rejected {this[Fate.Rejected]:N0}, unknown {this[Fate.Unknown]:N0}, retries {Retries:N0}");
}
