using System.Text;
using OpsBoard.Configuration;
using OpsBoard.Units;

namespace OpsBoard.Counting;

public sealed class CountingTermsReaderTests
{
    private const string Everywhere = """{ "unit": "*", "reviews": { "contactDays": 5, "rectifyDays": 15, "document": "某文件" }, "officeHours": { "from": "08:30", "to": "17:30" } }""";

    [Fact]
    public void An_entry_has_from_the_nearest_above_what_it_does_not_say()
    {
        var terms = Read($$"""
            { "unit": "hainan/jiyang/housing", "officeHours": { "to": "18:00" } },
            { "unit": "hainan/jiyang", "reviews": { "rectifyDays": 5 }, "officeHours": { "from": "09:00" } },
            {{Everywhere}}
            """);

        Assert.Equal(new LocalTerms(WorkingCalendar.MondayToFriday, new(5, 5), new(9, 0), new(18, 0)), terms.For(UnitPath.Parse("hainan/jiyang/housing/w03")));
        Assert.Equal(new LocalTerms(WorkingCalendar.MondayToFriday, new(5, 5), new(9, 0), new(17, 30)), terms.For(UnitPath.Parse("hainan/jiyang/tax")));
        Assert.Equal(new LocalTerms(WorkingCalendar.MondayToFriday, new(5, 15), new(8, 30), new(17, 30)), terms.For(UnitPath.Parse("hainan/haikou")));
    }

    [Theory]
    [InlineData("""{ "unit": "hainan/~/tax" }""", "hainan/~/tax is a line; give the terms to its counties or departments.")]
    [InlineData("""{ "unit": "Hainan" }""", "\"unit\" is \"*\" or a unit path: A segment of a unit path has lower-case ASCII letters, digits and hyphens only.")]
    [InlineData("""{ "unit": "*" }""", "\"*\" is given twice; keep one of the two.")]
    [InlineData("""{ "unit": "hainan", "reviews": { "contactDays": 0 } }""", "\"contactDays\" and \"rectifyDays\" are 1 to 365 working days.")]
    [InlineData("""{ "unit": "hainan", "reviews": { "rectifyDays": 366 } }""", "\"contactDays\" and \"rectifyDays\" are 1 to 365 working days.")]
    [InlineData("""{ "unit": "hainan", "reviews": { "contactDay": 5 } }""", "\"reviews.contactDay\" is not known; known are contactDays, rectifyDays, document.")]
    [InlineData("""{ "unit": "hainan", "officeHours": { "from": "17:30" } }""", "the office hours begin at 17:30 and end at 17:30; \"from\" must be before \"to\".")]
    [InlineData("""{ "unit": "hainan", "officeHours": { "from": "8.30" } }""", "\"officeHours.from\" is a time such as \"08:30\", and given once.")]
    public void A_wrong_term_is_refused_with_its_line(string entry, string reason)
    {
        var mistake = Assert.Throws<ConfigurationException>(() => Read($"{Everywhere},\n{entry}"));

        Assert.Equal($"counting.json, line 3: {reason}", mistake.Message);
    }

    [Fact]
    public void A_unit_given_twice_is_refused()
    {
        var mistake = Assert.Throws<ConfigurationException>(static () => Read(Everywhere + ",\n{ \"unit\": \"hainan\" },\n{ \"unit\": \"hainan\" }"));

        Assert.Equal("counting.json, line 4: hainan is given twice; keep one of the two.", mistake.Message);
    }

    [Theory]
    [InlineData("""{ "unit": "hainan" }""", "line 1: \"terms\" needs an entry with \"unit\": \"*\"; it holds where no other does.")]
    [InlineData("""{ "unit": "*", "reviews": { "contactDays": 5, "rectifyDays": 15 } }""", "line 2: \"*\" needs \"reviews\" with \"contactDays\" and \"rectifyDays\", and \"officeHours\" with \"from\" and \"to\": nothing stands above it.")]
    public void What_holds_everywhere_is_required(string entries, string reason)
    {
        var mistake = Assert.Throws<ConfigurationException>(() => Read(entries));

        Assert.Equal($"counting.json, {reason}", mistake.Message);
    }

    [Fact]
    public void The_packaged_terms_are_those_the_program_has_by_itself_with_the_packaged_calendar()
    {
        var terms = PackagedDefaults.Terms;

        Assert.Equal(LocalTerms.Default, terms.Otherwise with { Calendar = WorkingCalendar.MondayToFriday });
        Assert.True(terms.Otherwise.Calendar.IsComplete(2026));
    }

    [Fact]
    public void The_fingerprint_is_that_of_the_terms_and_not_of_their_layout()
    {
        var one = Read($$"""{{Everywhere}}, { "unit": "hainan" }, { "unit": "guangdong", "reviews": { "contactDays": 3 } }""");
        var same = Read($$"""{ "unit": "guangdong", "reviews": { "document": "另一文件", "contactDays": 3 } }, {{Everywhere}}, { "unit": "hainan" }""");

        Assert.Matches("^[0-9a-f]{16}$", one.Fingerprint);
        Assert.Equal(one.Fingerprint, same.Fingerprint);
    }

    [Theory]
    [InlineData("""{ "unit": "hainan", "reviews": { "contactDays": 3 } }""", "2026-10-01", 7)]
    [InlineData("""{ "unit": "hainan", "officeHours": { "to": "18:00" } }""", "2026-10-01", 7)]
    [InlineData("""{ "unit": "hainan" }""", "2026-10-02", 7)]
    [InlineData("""{ "unit": "hainan" }""", "2026-10-01", 8)]
    public void Whatever_cells_depend_on_changes_the_fingerprint(string entry, string dayOff, int sealAfterDays)
    {
        var before = Read($$"""{{Everywhere}}, { "unit": "hainan" }""", "2026-10-01");

        var after = Read($"{Everywhere}, {entry}", dayOff) with { SealAfterDays = sealAfterDays };

        Assert.NotEqual(before.Fingerprint, after.Fingerprint);
    }

    private static CountingTerms Read(string entries, string? dayOff = null)
    {
        var calendar = BusinessDay.TryParse(dayOff, out var day) ? new WorkingCalendar(new Dictionary<BusinessDay, bool> { [day] = false }, new HashSet<int>()) : WorkingCalendar.MondayToFriday;
        return CountingTermsReader.Read(ConfigurationEntry.Parse(Encoding.UTF8.GetBytes($"{{ \"version\": 1, \"terms\": [\n{entries} ] }}"), "counting.json"), calendar);
    }
}
