using System.Text;
using OpsBoard.Configuration;

namespace OpsBoard.Counting;

public sealed class WorkingCalendarReaderTests
{
    [Theory]
    [InlineData("\"off\": [\"2026-10-01..2026-10-07\", \"2026-10-07\"]", "2026-10-07 is in an earlier range too; let the ranges not overlap.")]
    [InlineData("\"off\": [\"2026-10-07..2026-10-01\"]", "the range ends before it begins; write 2026-10-01..2026-10-07.")]
    [InlineData("\"off\": [\"2026-10-01..2026-10-04..2026-10-07\"]", "\"off\" is a date such as \"2026-10-01\" or a range such as \"2026-10-01..2026-10-07\".")]
    [InlineData("\"off\": [\"2026-12-31..2027-01-01\"]", "2027-01-01 is not in 2026; list it under its own year.")]
    [InlineData("\"off\": [\"10-01\"]", "\"10-01\" is no date; write it as \"2026-10-01\".")]
    [InlineData("\"off\": [20261001]", "a text in double quotes is expected here.")]
    [InlineData("\"off\": [], \"worked\": [\"2026-10-12\"]", "2026-10-12 is a Monday, which is worked anyway; only Saturdays and Sundays are worked in exchange.")]
    [InlineData("\"off\": [\"2026-10-01..2026-10-07\"], \"worked\": [\"2026-10-04\"]", "2026-10-04 is a day off too; keep one of the two.")]
    [InlineData("\"off\": [], \"worked\": [\"2026-10-10\", \"2026-10-10\"]", "2026-10-10 is worked already; keep one of the two.")]
    [InlineData("\"of\": []", "\"of\" is not known; known are year, source, complete, note, off, worked.")]
    public void A_wrong_day_is_refused_with_its_line(string days, string reason)
    {
        var mistake = Assert.Throws<ConfigurationException>(() => Read($$"""{ "year": 2026, "source": "国办发明电〔2025〕7号", "complete": true, {{days}} }"""));

        Assert.Equal($"calendar.json, line 3: {reason}", mistake.Message);
    }

    [Theory]
    [InlineData("{ \"year\": 26, \"source\": \"国办\", \"complete\": true, \"off\": [] }", "\"year\" is a year from 1992 to 2100.")]
    [InlineData("{ \"year\": 2026, \"complete\": true, \"off\": [] }", "the year 2026 needs \"source\": the document that orders its days off.")]
    [InlineData("{ \"year\": 2026, \"source\": \"国办\", \"off\": [] }", "the year 2026 needs \"complete\": false until its yearly notice is entered.")]
    [InlineData("{ \"year\": 2026, \"source\": \"国办\", \"complete\": true }", "there is no member \"off\"; it is a list [...].")]
    [InlineData("{ \"year\": 2025, \"source\": \"国办\", \"complete\": true, \"off\": [] }", "the year 2025 is given twice; keep one of the two.")]
    public void A_wrong_year_is_refused_with_its_line(string year, string reason)
    {
        var mistake = Assert.Throws<ConfigurationException>(() => Read(year));

        Assert.Equal($"calendar.json, line 3: {reason}", mistake.Message);
    }

    [Fact]
    public void A_file_of_another_version_is_refused()
    {
        var mistake = Assert.Throws<ConfigurationException>(static () => WorkingCalendarReader.Read(ConfigurationEntry.Parse("{ \"version\": 2, \"years\": [] }"u8.ToArray(), "calendar.json")));

        Assert.Equal("calendar.json, line 1: \"version\" is 1.", mistake.Message);
    }

    private static WorkingCalendar Read(string year)
    {
        var text = $$"""
            { "version": 1, "years": [
              { "year": 2025, "source": "国办发明电〔2024〕12号", "complete": true, "off": ["2025-01-01"] },
              {{year}},
            ] }
            """;
        return WorkingCalendarReader.Read(ConfigurationEntry.Parse(Encoding.UTF8.GetBytes(text), "calendar.json"));
    }
}
