using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpsBoard.LoadTest;

public sealed partial class RosterWriterTests
{
    private static readonly string Text = Write(Some.Province);
    private static readonly IReadOnlyList<JsonElement> Units = [.. JsonDocument.Parse(Text).RootElement.GetProperty("units").EnumerateArray()];

    [Fact]
    public void The_roster_lists_one_province_20_counties_437_departments_and_600_windows()
    {
        var kinds = Units.CountBy(unit => unit.GetProperty("kind").GetString()!, StringComparer.Ordinal);

        Assert.Equal([new("province", 1), new("county", 20), new("department", 437), new("window", 600)], kinds);
    }

    [Fact]
    public void Every_unit_has_a_name_in_chinese_and_in_english()
    {
        var names = Units.Select(unit => unit.GetProperty("name"));

        Assert.All(names, name => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", name.GetProperty("zh").GetString()));
        Assert.All(names, name => Assert.Matches("^[A-Z][A-Za-z0-9',\\- ]+$", name.GetProperty("en").GetString()));
    }

    [Fact]
    public void Paths_are_unique_and_made_of_plain_segments()
    {
        var paths = Units.Select(unit => unit.GetProperty("path").GetString()!).ToArray();

        Assert.All(paths, path => Assert.Matches(UnitPath(), path));
        Assert.Equal(paths.Length, paths.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_unit_follows_its_parent()
    {
        var paths = Units.Select(unit => unit.GetProperty("path").GetString()!).ToList();

        Assert.All(paths.Skip(1), path => Assert.InRange(paths.IndexOf(path[..path.LastIndexOf('/')]), 0, paths.IndexOf(path) - 1));
    }

    [Fact]
    public void A_county_is_written_with_its_short_name_tile_and_opening() => Assert.Contains(
        """{"path":"hainan/baisha","name":{"zh":"白沙黎族自治县","en":"Baisha Li Autonomous County"},"kind":"county","level":"county","short":{"zh":"白沙","en":"Baisha"},"peerGroup":"small","tile":[3,2],"opening":{"days":"1-7","from":"08:30","to":"17:30"}}""",
        Text,
        StringComparison.Ordinal);

    [Fact]
    public void Sansha_is_written_as_apart_and_not_reporting() => Assert.EndsWith(
        """{"path":"hainan/sansha","name":{"zh":"三沙市","en":"Sansha"},"kind":"county","level":"county","short":{"zh":"三沙","en":"Sansha"},"peerGroup":"small","tile":"apart","reporting":false}]}""",
        Text,
        StringComparison.Ordinal);

    [Fact]
    public void A_township_and_its_villages_are_written_with_their_levels()
    {
        Assert.Contains(
            """{"path":"hainan/haikou/yanfeng","name":{"zh":"演丰镇便民服务中心","en":"Yanfeng Service Centre"},"kind":"department","level":"township","short":{"zh":"演丰镇","en":"Yanfeng"},"peerGroup":"township","opening":{"days":"1-5","from":"08:30","to":"17:30"}}""",
            Text,
            StringComparison.Ordinal);
        Assert.Contains("""{"path":"hainan/haikou/yanfeng/v01","name":{"zh":"东村便民服务站","en":"East Village Service Point"},"kind":"window","level":"village",""", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Units_of_all_four_levels_are_registered() => Assert.Equal(
        [new("province", 1), new("county", 20 + 399 + 486), new("township", 38 + 38), new("village", 76)],
        Units.CountBy(unit => unit.GetProperty("level").GetString()!, StringComparer.Ordinal));

    [Fact]
    public void A_window_is_written_with_its_number() => Assert.Contains(
        """{"path":"hainan/haikou/water/w01","name":{"zh":"1号窗口","en":"Window 1"},"kind":"window","level":"county","opening":{"days":"1-5","from":"08:30","to":"17:30"}}""",
        Text,
        StringComparison.Ordinal);

    private static string Write(Province province)
    {
        using var stream = new MemoryStream();
        RosterWriter.Write(province, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [GeneratedRegex("^[a-z0-9-]+(/[a-z0-9-]+){0,3}$", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex UnitPath();
}
