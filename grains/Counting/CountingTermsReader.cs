using System.Text.Json;
using OpsBoard.Configuration;
using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>
/// Reads <c>counting.json</c>: <c>{"version":1,"sealAfterDays"?,"terms":[{"unit":"*","reviews":{"contactDays","rectifyDays","document"?},"officeHours":{"from":"08:30","to":"17:30"}}]}</c>.
/// A unit has from the nearest entry above it what its own entry does not say; <c>*</c> stands above all and says everything.
/// </summary>
public static class CountingTermsReader
{
    private const int Version = 1;
    private const int MostDays = 365;
    private const string Everywhere = "*";

    /// <exception cref="ConfigurationException">The file cannot be read, or a term in it is wrong; the message names its line.</exception>
    public static CountingTerms ReadFile(string file, WorkingCalendar calendar) => Read(ConfigurationEntry.ReadFile(file), calendar);

    /// <exception cref="ConfigurationException">A term is wrong; the message names its line.</exception>
    public static CountingTerms Read(ConfigurationEntry file, WorkingCalendar calendar)
    {
        var draft = file.Read<Draft>();
        if (draft.Version != Version) throw file.Mistake($"\"version\" is {Version}.");
        if (draft.SealAfterDays is < 1 or > MostDays) throw file.Mistake($"\"sealAfterDays\" is 1 to {MostDays}.");
        var entries = file.List("terms").Select(static entry => (Entry: entry, Draft: entry.Read<TermsDraft>())).ToList();
        var (everywhere, first) = entries.FirstOrDefault(static each => each.Draft.Unit == Everywhere);
        if (everywhere is null) throw file.Mistake("\"terms\" needs an entry with \"unit\": \"*\"; it holds where no other does.");

        var local = new Dictionary<UnitPath, LocalTerms>();
        var terms = new CountingTerms(local, TermsOf(everywhere, first, calendar), draft.SealAfterDays ?? CountingTerms.Default.SealAfterDays);
        // From above to below, so that an entry finds what it inherits, wherever it stands in the file.
        foreach (var (unit, entry, own) in entries.Where(each => each.Entry != everywhere).Select(static each => (Unit: UnitOf(each.Draft.Unit, each.Entry), each.Entry, each.Draft)).OrderBy(static each => each.Unit.Kind))
            if (!local.TryAdd(unit, TermsOf(entry, own, terms.For(unit)))) throw entry.Mistake($"{unit} is given twice; keep one of the two.");
        return terms;
    }

    private static UnitPath UnitOf(string? text, ConfigurationEntry entry)
    {
        if (text == Everywhere) throw entry.Mistake("\"*\" is given twice; keep one of the two.");
        if (!UnitPath.TryParse(text, out var unit, out var fault)) throw entry.Mistake($"\"unit\" is \"*\" or a unit path: {fault}");
        return unit.IsLine ? throw entry.Mistake($"{unit} is a line; give the terms to its counties or departments.") : unit;
    }

    private static LocalTerms TermsOf(ConfigurationEntry entry, TermsDraft draft, WorkingCalendar calendar)
    {
        if (draft is not { Reviews: { ContactDays: not null, RectifyDays: not null }, OfficeHours: { From: not null, To: not null } })
            throw entry.Mistake("\"*\" needs \"reviews\" with \"contactDays\" and \"rectifyDays\", and \"officeHours\" with \"from\" and \"to\": nothing stands above it.");
        return TermsOf(entry, draft, LocalTerms.Default with { Calendar = calendar });
    }

    private static LocalTerms TermsOf(ConfigurationEntry entry, TermsDraft draft, LocalTerms above)
    {
        var reviews = new ReviewLimits(draft.Reviews?.ContactDays ?? above.Reviews.ContactDays, draft.Reviews?.RectifyDays ?? above.Reviews.RectifyDays);
        var terms = above with { Reviews = reviews, OfficeFrom = draft.OfficeHours?.From ?? above.OfficeFrom, OfficeTo = draft.OfficeHours?.To ?? above.OfficeTo };
        if (reviews is not { ContactDays: >= 1 and <= MostDays, RectifyDays: >= 1 and <= MostDays })
            throw entry.Mistake($"\"contactDays\" and \"rectifyDays\" are 1 to {MostDays} working days.");
        if (terms.OfficeFrom >= terms.OfficeTo)
            throw entry.Mistake($"the office hours begin at {terms.OfficeFrom:HH:mm} and end at {terms.OfficeTo:HH:mm}; \"from\" must be before \"to\".");
        return terms;
    }

    private sealed record Draft(int? Version, int? SealAfterDays, JsonElement? Terms);

    private sealed record TermsDraft(string? Unit, ReviewsDraft? Reviews, OfficeHoursDraft? OfficeHours);

    // The document is for whoever reads the file; nothing is counted by it.
    private sealed record ReviewsDraft(int? ContactDays, int? RectifyDays, string? Document);

    private sealed record OfficeHoursDraft(TimeOnly? From, TimeOnly? To);
}
