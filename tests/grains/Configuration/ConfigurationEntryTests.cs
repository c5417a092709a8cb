using System.Text;

namespace OpsBoard.Configuration;

public sealed class ConfigurationEntryTests
{
    [Fact]
    public void An_element_of_a_list_knows_its_line()
    {
        var elements = Parse("{ // calendar\n\"others\": [[\n]],\n\"Years\": [\n{},\n\n7, {\n}, ] }").List("years");

        Assert.Equal([5, 7, 7], elements.Select(static element => element.Line));
    }

    [Theory]
    [InlineData("{\n\"years\": [}", "line 2: this is not JSON: ")]
    [InlineData("{\n\"years\": 1 }\n}", "line 3: this is not JSON: ")]
    [InlineData("", "line 1: this is not JSON: ")]
    [InlineData("{\n}", "line 1: there is no member \"years\"; it is a list [...].")]
    [InlineData("[]", "line 1: { \"years\": [...] } is expected.")]
    [InlineData("{\n\n\"years\": 1 }", "line 3: \"years\" is a list [...].")]
    [InlineData("{\n\"years\": [\nnull ] }", "line 3: an object {...} is expected, not null.")]
    [InlineData("{\n\"years\": [\n1 ] }", "line 3: an object {...} is expected here.")]
    [InlineData("{\n\"years\": [ {\n\"year\": \"2026\" } ] }", "line 3: \"year\" is a whole number, and given once.")]
    [InlineData("{\n\"years\": [ {\n\"year\": 1,\n\"year\": 2 } ] }", "line 4: \"year\" is a whole number, and given once.")]
    [InlineData("{\n\"years\": [ {\n\"yaer\": 2026 } ] }", "line 3: \"yaer\" is not known; known are year, complete, off, span.")]
    [InlineData("{\n\"years\": [ {\n\"off\": [ \"2026-10-01\",\n\"2026-10-32\" ] } ] }", "line 4: \"off[1]\" is a date such as \"2026-10-01\", and given once.")]
    [InlineData("{\n\"years\": [ {\n\"off\": {} } ] }", "line 3: \"off\" is a list [...], and given once.")]
    [InlineData("{\n\"years\": [ {\n\"span\": { \"from\": 830 } } ] }", "line 3: \"span.from\" is a time such as \"08:30\", and given once.")]
    [InlineData("{\n\"years\": [ {\n\"span\": {\n \"till\": 830 } } ] }", "line 4: \"span.till\" is not known; known are from, to.")]
    public void A_mistake_is_named_with_its_line_and_remedy(string text, string expected)
    {
        var mistake = Assert.Throws<ConfigurationException>(() => Parse(text).List("years").Select(static year => year.Read<Year>()).ToList());

        Assert.StartsWith("calendar.json, " + expected, mistake.Message);
    }

    [Fact]
    public void Members_that_a_newer_program_may_know_are_left_alone_on_demand()
    {
        var years = Parse("""{ "years": [ { "year": 2026, "colour": "red" } ] }""").List("years");

        Assert.Equal(new Year(2026, null, null, null), years[0].ReadAllowingOthers<Year>());
    }

    [Fact]
    public void A_byte_order_mark_is_no_mistake()
    {
        var years = ConfigurationEntry.Parse((byte[])[0xEF, 0xBB, 0xBF, .. "{\"years\":[{\"year\":2026}]}"u8], "calendar.json").List("years");

        Assert.Equal(2026, years[0].Read<Year>().Number);
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused_with_the_line_of_the_first_other_character()
    {
        byte[] chineseInGb18030 = [0xC8, 0xFD, 0xD1, 0xC7];

        var mistake = Assert.Throws<ConfigurationException>(() => ConfigurationEntry.Parse((byte[])[.. "{\n\"years\": [],\n\""u8, .. chineseInGb18030], "calendar.json"));

        Assert.Equal("calendar.json, line 3: the text is not UTF-8; save the file in UTF-8.", mistake.Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var mistake = Assert.Throws<ConfigurationException>(static () => ConfigurationEntry.ReadFile("nowhere/calendar.json"));

        Assert.StartsWith("nowhere/calendar.json cannot be read: ", mistake.Message);
    }

    private static ConfigurationEntry Parse(string text) => ConfigurationEntry.Parse(Encoding.UTF8.GetBytes(text), "calendar.json");

    private sealed record Year([property: System.Text.Json.Serialization.JsonPropertyName("year")] int Number, bool? Complete, List<DateOnly>? Off, Span? Span);

    private sealed record Span(TimeOnly? From, TimeOnly? To);
}
