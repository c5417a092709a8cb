using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Counting;
using OpsBoard.Events;

namespace OpsBoard.Simulation;

/// <summary>What a set of corrections makes of an event is a matter of the set alone.</summary>
public sealed class CorrectionProperties
{
    private static readonly Occurrence Accepted = new(EventKind.CaseAccepted, 0, "urn:a", "e1", new Facts { Case = "c1", Trips = 9 });

    private static readonly Gen<Occurrence> AnyCorrection =
        from id in Gen.Choose(1, 40)
        from revision in Gen.Elements<long?>(null, 0, 1, 2, 3)
        from trips in Gen.Choose(-1, 5)
        from source in Gen.Elements("urn:a", "urn:a", "urn:b")
        from target in Gen.Elements("e1", "e1", "e2")
        select new Occurrence(EventKind.Correction, id, source, $"k{id}", new Facts { Target = target, Revision = revision, Data = trips < 0 ? null : new Facts { Trips = trips } });

    private static readonly Gen<(Occurrence[] Set, int Seed)> AnySet =
        from set in AnyCorrection.ListOf()
        from seed in Gen.Choose(0, int.MaxValue)
        select (set.DistinctBy(static correction => (correction.Source, correction.Id)).ToArray(), seed);

    [Fact]
    public void The_order_in_which_corrections_came_decides_nothing() => Held.For(AnySet, static any =>
        Accepted.CorrectedBy(any.Set) == Accepted.CorrectedBy(Shuffled(any.Set, any.Seed)));

    [Fact]
    public void A_correction_that_came_twice_decides_nothing_more() => Held.For(AnySet, static any =>
        Accepted.CorrectedBy(any.Set) == Accepted.CorrectedBy([.. any.Set, .. any.Set]));

    [Fact]
    public void The_highest_revision_wins_and_of_equal_ones_the_greater_id() => Held.For(AnySet, static any =>
    {
        Occurrence? winner = null;
        foreach (var correction in any.Set)
        {
            if (correction.Source == "urn:a" && correction.Facts.Target == "e1" && (winner is null || Rank(correction).CompareTo(Rank(winner)) > 0)) winner = correction;
        }

        var expected = winner is null ? Accepted : winner.Facts.Data is { } said ? Accepted with { Facts = said } : null;
        return Accepted.CorrectedBy(any.Set) == expected;
    });

    [Fact]
    public void What_corrects_another_event_or_comes_from_another_source_changes_nothing() => Held.For(AnySet, static any =>
        Accepted.CorrectedBy(any.Set.Where(static correction => correction.Source != "urn:a" || correction.Facts.Target != "e1")) == Accepted);

    private static (long Revision, int Id) Rank(Occurrence correction) => (correction.Facts.Revision ?? 0, BitConverter.ToInt32(Padded(correction.Id)));

    // Ids are compared bytewise, so the first byte weighs most.
    private static byte[] Padded(string id) => [.. System.Text.Encoding.UTF8.GetBytes(id.PadRight(4, '\0')).Reverse()];

    private static Occurrence[] Shuffled(Occurrence[] set, int seed)
    {
        var shuffled = (Occurrence[])set.Clone();
        new Dice(seed).Shuffle<Occurrence>(shuffled);
        return shuffled;
    }
}
