using System.Collections.Immutable;

namespace OpsBoard.Indicators;

/// <summary>Quantities added up, some of them taken away: <c>stars3 + stars4 - reviewsUpheld</c>.</summary>
public sealed record Sum(ImmutableArray<Term> Terms)
{
    public long Of(Measures measures) => Terms.Sum(term => term.Sign * term.Quantity.Read(measures));

    public override string ToString()
    {
        var text = string.Concat(Terms.Select(static term => $"{(term.Sign < 0 ? " - " : " + ")}{term.Quantity.Name}"));
        return Terms[0].Sign < 0 ? text.TrimStart() : text[3..];
    }
}
