using OpsBoard.Events;
using OpsBoard.Testing;

namespace OpsBoard.Tests.Events;

/// <summary>The public parsing tests as a member of an item, at the reader itself: their authors' verdicts, and where ours is stricter on purpose.</summary>
public sealed class PublicJsonTests
{
    private const string Suite = "JSONTestSuite/test_parsing";

    // Of a name given twice no value is believed.
    private static readonly string[] Stricter = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"];

    private static readonly ManualClock Clock = new();

    [Fact]
    public void What_must_be_read_is_read_unless_it_gives_a_name_twice()
    {
        var refused = FilesOf("y_").Where(static file => FateOf(file) is not null).Select(static file => $"{Path.GetFileName(file)} {FateOf(file)}");

        Assert.Equal(Stricter.Select(static name => $"{name} {Reasons.DuplicateMember}"), refused);
    }

    [Fact]
    public void What_must_be_refused_is_refused() => Assert.All(FilesOf("n_"), static file => Assert.NotNull(FateOf(file)));

    [Fact]
    public void What_may_be_either_is_judged_without_an_exception() =>
        Assert.All(FilesOf("i_"), static file => Assert.Contains(FateOf(file), [null, Reasons.NotAnObject, Reasons.IllFormedText, Reasons.TooDeep], StringComparer.Ordinal));

    private static string? FateOf(string file)
    {
        byte[] item = [.. SomeItem.Bytes()[..^1], .. ",\"x\":"u8, .. File.ReadAllBytes(file), .. "}"u8];
        return EventReader.Read(item, Clock.GetUtcNow()).Rejection?.Reason;
    }

    private static IEnumerable<string> FilesOf(string verdict)
    {
        var files = Corpora.FilesOf(Suite);
        if (files is null) Assert.Skip($"skipped: corpus missing: {Suite}");
        return files.Where(file => Path.GetFileName(file).StartsWith(verdict, StringComparison.Ordinal));
    }
}
