using System.Globalization;
using OpsBoard.Planting;
using OpsBoard.Testing;

namespace OpsBoard.Simulation.Gallery;

/// <summary>Tests that cannot fail prove nothing: each planted bug must turn the test red that is there to find it.</summary>
public sealed class GalleryTests(ITestOutputHelper output)
{
    private const int Visits = 5;

    [Fact]
    public void Every_planted_bug_is_found_by_its_test()
    {
        var visits = RunSize.Of(1, Visits);
        var found = Exhibits.All.Select(exhibit => (Exhibit: exhibit, Rounds: Enumerable.Range(1, visits).Select(visit => exhibit.RoundsUntilFound(visit)).ToArray())).ToList();

        var lines = found.ConvertAll(static each => $"| {(int)each.Exhibit.Bug} | {each.Exhibit.Bug} | {each.Exhibit.Test} | {string.Join(", ", each.Rounds.Select(static rounds => rounds?.ToString(CultureInfo.InvariantCulture) ?? "not found"))} | {Median(each.Rounds)} |");
        lines.ForEach(output.WriteLine);
        if (RunSize.IsLong) Write(lines);
        Assert.DoesNotContain(found, static each => each.Rounds.Any(static rounds => rounds is null));
    }

    [Fact]
    public void Every_bug_that_can_be_planted_is_on_show() =>
        Assert.Empty(Enum.GetValues<Bug>().Except(Exhibits.All.Select(static exhibit => exhibit.Bug)).Except([Bug.None]));

    [Fact]
    public void Without_a_planted_bug_nothing_is_red()
    {
        Assert.All(Exhibits.All.DistinctBy(static exhibit => exhibit.Round.Method), static exhibit => exhibit.Round(7_000_000));
    }

    private static string Median(int?[] rounds) => rounds.Order().ElementAt(rounds.Length / 2)?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static void Write(IEnumerable<string> lines)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Corpora.Repository(), "docs", "evidence")).FullName;
        File.WriteAllText(Path.Combine(folder, "planted-bugs.md"),
            $"""
            # Planted bugs

            Each bug is planted in a build of its own (`dotnet build tests/simulation -c Release -p:Planted=true`), alone, and the test that is there to find it is run until it is red, {Visits} times with other
            seeds. A round is a seed of the simulation, a case of a property, or one run of a test. Numbers up to 30 are those of the test programme. Written by `OPSBOARD_LONG=1 artifacts/planted/OpsBoard.Simulation -class {typeof(GalleryTests).FullName}`.

            | number | bug | found by | rounds until found | median |
            |---:|---|---|---|---:|
            {string.Join('\n', lines)}

            """);
    }
}
