using OpsBoard.Silo.Journal;

namespace OpsBoard.Silo.Hosting.Journals;

public sealed class JournalPlacesTests
{
    [Fact]
    public void The_verb_backup_copies_a_journal_in_a_file_alone()
    {
        Assert.Null(JournalPlaces.Of(new JournalOptions()).WhyNoBackup);
        Assert.NotNull(JournalPlaces.Of(new JournalOptions { Postgres = "Host=db1" }).WhyNoBackup);
    }
}
