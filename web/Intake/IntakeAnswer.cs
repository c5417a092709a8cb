using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpsBoard.Events;

namespace OpsBoard.Web.Intake;

/// <summary>The body of a 200: every item is in one of the four counts, and <paramref name="Results"/> names those not newly accepted, by index.</summary>
internal sealed record IntakeAnswer(int Accepted, int Duplicate, int Conflict, int Rejected, ImmutableArray<ItemAnswer> Results)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The same answer, when the items did not stand in the request one behind the other.</summary>
    /// <param name="places">Of each item, in their order.</param>
    public IntakeAnswer At(ImmutableArray<int> places) => this with { Results = [.. Results.Select(result => result with { Index = places[result.Index] })] };

    /// <param name="items">The id of each item, as far as it could be read, and why it was refused; null when it was not.</param>
    /// <param name="verdicts">Of the items that were not refused, in their order.</param>
    /// <param name="contradiction">What a sender is told whose item is stored with other content.</param>
    public static IntakeAnswer Of(IEnumerable<(string? Id, Rejection? Rejection)> items, ImmutableArray<Verdict> verdicts, string contradiction)
    {
        var counts = new int[(int)Verdict.Rejected + 1];
        var results = ImmutableArray.CreateBuilder<ItemAnswer>();
        var next = 0;
        foreach (var (index, (id, rejection)) in items.Index())
        {
            var verdict = rejection is null ? verdicts[next++] : Verdict.Rejected;
            counts[(int)verdict]++;
            if (verdict == Verdict.Duplicate) results.Add(ItemAnswer.Known(index, id!));
            else if (verdict == Verdict.Conflict) results.Add(ItemAnswer.Contradicts(index, id!, contradiction));
            else if (rejection is not null) results.Add(ItemAnswer.Refused(index, id, rejection));
        }

        return new IntakeAnswer(
            counts[(int)Verdict.Accepted], counts[(int)Verdict.Duplicate], counts[(int)Verdict.Conflict], counts[(int)Verdict.Rejected], results.ToImmutable());
    }
}
