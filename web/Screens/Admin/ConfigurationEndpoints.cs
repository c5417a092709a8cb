using Microsoft.AspNetCore.Http.HttpResults;
using OpsBoard.Counting;
using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Admin;

/// <summary>What is configured, as CSV: all units, all targets, all days that are no ordinary ones.</summary>
internal static class ConfigurationEndpoints
{
    public static void MapConfiguration(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{AdminPages.Units}.csv", Units).ForAll(Policies.Administer).ExcludeFromDescription();
        endpoints.MapGet($"{AdminPages.Targets}.csv", Targets).ForAll(Policies.Administer).ExcludeFromDescription();
        endpoints.MapGet($"{AdminPages.Calendars}.csv", Calendars).ForAll(Policies.Administer).ExcludeFromDescription();
    }

    private static FileContentHttpResult Units(HttpContext http, Roster roster)
    {
        var words = http.Words();
        return CsvBody.Answer(ConfigurationWords.For(words).UnitColumns, roster.All.Select(unit => ConfigurationRows.Of(unit, words)), "units.csv");
    }

    private static FileContentHttpResult Targets(HttpContext http, Catalogue catalogue, Roster roster, TimeProvider clock)
    {
        var (words, year) = (http.Words(), BusinessDay.Of(clock.GetUtcNow().ToUnixTimeMilliseconds()).Date.Year);
        return CsvBody.Answer(ConfigurationWords.For(words).TargetColumns, catalogue.All.SelectMany(indicator => ConfigurationRows.Of(indicator, year, words, roster)), "targets.csv");
    }

    private static FileContentHttpResult Calendars(HttpContext http, CountingTerms terms)
    {
        var words = http.Words();
        return CsvBody.Answer(ConfigurationWords.For(words).DayColumns, terms.Otherwise.Calendar.Exceptions.Select(day => ConfigurationRows.Of(day, words)), "calendars.csv");
    }
}
