using OpsBoard.Silo.Journal;

namespace OpsBoard.Silo.Hosting.Journals;

/// <summary>A journal is kept in one place.</summary>
public sealed class JournalPlacesTests
{
    [Fact]
    public void Two_places_for_one_journal_are_refused_with_the_settings_that_name_them()
    {
        var fault = Assert.Throws<JournalStoreException>(() => JournalPlaces.Of(new JournalOptions { Postgres = "Host=db1", AzureTables = "UseDevelopmentStorage=true" }));

        Assert.Contains("Journal:Postgres and Journal:AzureTables are both given", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_verb_backup_copies_a_journal_in_a_file_alone()
    {
        Assert.Null(JournalPlaces.Of(new JournalOptions()).WhyNoBackup);
        Assert.NotNull(JournalPlaces.Of(new JournalOptions { Postgres = "Host=db1" }).WhyNoBackup);
    }
}
