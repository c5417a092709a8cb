using System.Text;
using OpsBoard.Configuration;

namespace OpsBoard.Units;

public sealed class RosterReaderTests
{
    [InlineData("""{ "path": "hainan/x", "name": { "zh": "某\u0007", "en": "Some" } }""", "a name holds a control character, which no screen can show; remove it.")]
    [Theory]
    [InlineData("""{ "path": "hainan/x", "name": { "zh": "某" } }""", "\"name\" needs \"zh\" and \"en\".")]
    [InlineData("""{ "path": "hainan/x/y", "name": { "zh": "某", "en": "Some" } }""", "its parent hainan/x must stand before it.")]
    [InlineData("""{ "path": "hainan/x", "name": { "zh": "某", "en": "Some" }, "tile": ["1", 2] }""", "\"tile\" is [row, column] from 1, with at most 8 columns, or \"apart\".")]
    [InlineData("""{ "path": "hainan/x", "name": { "zh": "某", "en": "Some" }, "tile": [1, 2] }""", "it stands on the tile of hainan/jiyang; give it another.")]
    [InlineData("""{ "path": "hainan/x", "name": { "zh": "某", "en": "Some" }, "level": "town" }""", "\"level\" is one of province, county, township, village.")]
    [InlineData("""{ "path": "hainan/jiyang", "name": { "zh": "某", "en": "Some" } }""", "the path is given twice.")]
    public void A_wrong_unit_is_named_with_its_line(string unit, string reason)
    {
        var mistake = Assert.Throws<ConfigurationException>(() => Read(unit));

        Assert.Matches(@"^units\.json, line 5: unit 3 \('hainan/[a-z/]+'\): ", mistake.Message);
        Assert.EndsWith(reason, mistake.Message);
    }

    [Fact]
    public void A_member_of_a_newer_program_is_left_alone()
    {
        var roster = Read("""{ "path": "hainan/x", "name": { "zh": "某", "en": "Some" }, "colour": "red" }""");

        Assert.Equal(3, roster.All.Length);
    }

    private static Roster Read(string thirdUnit)
    {
        var text = $$"""
            {
              "units": [
                { "path": "hainan", "name": { "zh": "海南省", "en": "Hainan" } },
                { "path": "hainan/jiyang", "name": { "zh": "吉阳区", "en": "Jiyang" }, "tile": [1, 2] },
                {{thirdUnit}},
              ]
            }
            """;
        return RosterReader.Read(Encoding.UTF8.GetBytes(text), "units.json");
    }
}
