namespace OpsBoard.Counting;

/// <summary>The files that hold where a data directory has none of its own.</summary>
internal static class PackagedDefaults
{
    public static WorkingCalendar Calendar => WorkingCalendarReader.ReadFile(PathOf("calendar.json"));

    public static CountingTerms Terms => CountingTermsReader.ReadFile(PathOf("counting.json"), Calendar);

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "defaults", file);
}
