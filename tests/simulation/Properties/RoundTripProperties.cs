using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Silo;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;

namespace OpsBoard.Simulation;

/// <summary>What is written is read back as itself.</summary>
public sealed class RoundTripProperties
{
    private static readonly Gen<string> AnySegment =
        from length in Gen.Choose(1, 64)
        from letters in Gen.Elements("abcdefghijklmnopqrstuvwxyz0123456789-".ToCharArray()).ArrayOf(length)
        select new string(letters).Trim('-') is { Length: > 0 } segment && segment is not ("history" or "events" or "recount") ? segment : "w01";

    private static readonly Gen<Mark[]> AnyChanges =
        from slots in Gen.Choose(0, Slot.Count - 1).ListOf()
        from times in Gen.Choose(1, 1_000).ListOf()
        select slots.Zip(times, static (slot, count) => new Mark(new BusinessDay(20_000), slot, slot % 2 == 0 ? count : -count)).ToArray();

    [Fact]
    public void Facts_are_kept_as_they_were_said_and_hash_alike() => Held.For(SomeEventSets.Any, static set => set.Events.All(static fact =>
    {
        var written = FactsJson.Write(fact.Facts);
        var read = FactsJson.Read(written);
        return read == fact.Facts && ContentHash.Of(fact with { Facts = read }).AsSpan().SequenceEqual(ContentHash.Of(fact));
    }));

    [Fact]
    public void A_unit_path_is_printed_as_it_is_parsed() => Held.For(AnySegment.ListOf().Select(static segments => string.Join('/', segments.Take(4).DefaultIfEmpty("p"))), static text =>
        UnitPath.Parse(text).ToString() == text && UnitPath.Parse(text) == UnitPath.Parse(text));

    [Fact]
    public void The_changes_of_a_revision_are_read_as_they_were_written() => Held.For(AnyChanges, static changes =>
        RevisionFormat.Read(RevisionFormat.Write(changes), new BusinessDay(20_000)).SequenceEqual(changes));
}
