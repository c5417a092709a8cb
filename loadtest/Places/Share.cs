using System.Collections.Immutable;

namespace OpsBoard.LoadTest;

/// <summary>Gives whole things out by weight, so that their sum is exact.</summary>
internal static class Share
{
    /// <summary>
    /// Each place gets <paramref name="least"/> and then its weighted share of what is left. What rounding leaves over goes to the
    /// largest remainders, the earlier place first. With fewer things than that takes, the first places get one each.
    /// </summary>
    public static ImmutableArray<int> Out(int things, ImmutableArray<int> weights, int least)
    {
        if (things < weights.Length * least) return [.. weights.Select((_, place) => place < things ? (things - place - 1) / weights.Length + 1 : 0)];
        var rest = things - weights.Length * least;
        long sum = weights.Sum();
        var shares = weights.Select(weight => (int)(rest * (long)weight / sum)).ToArray();
        var byRemainder = Enumerable.Range(0, weights.Length).OrderByDescending(place => rest * (long)weights[place] % sum);
        foreach (var place in byRemainder.Take(rest - shares.Sum())) shares[place]++;
        return [.. shares.Select(share => share + least)];
    }
}
