using Npgsql;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Postgres;
using OpsBoard.Testing;

namespace OpsBoard.Silo;

/// <summary>What a journal in PostgreSQL says when it cannot be opened, and what it makes where there is nothing yet.</summary>
public sealed class PostgresStoreTests(PostgresCluster cluster)
{
    [Fact]
    public async Task A_database_that_a_newer_program_wrote_is_left_alone()
    {
        var database = cluster.NewSchema();
        await using var house = new PostgresHouse(database);
        house.Tamper("UPDATE meta SET value = '99' WHERE name = 'schema'");

        var fault = Assert.Throws<JournalStoreException>(() => new PostgresHouse(database));

        Assert.Contains("schema 99", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_cannot_be_reached_is_named_without_its_password()
    {
        var fault = Assert.Throws<JournalStoreException>(() => new PostgresHouse("Host=127.0.0.1;Port=1;Username=opsboard;Password=secret;Database=board"));

        Assert.Contains("board on 127.0.0.1:1 cannot be used", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_no_connection_string_is_refused_and_not_repeated()
    {
        var fault = Assert.Throws<JournalStoreException>(() => new PostgresHouse("Host=db1;Pasword=secret"));

        Assert.Contains("no connection string", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_makes_no_journal_where_there_is_none()
    {
        var database = cluster.NewSchema();

        Assert.Contains("There is no journal", Assert.Throws<JournalStoreException>(() => PostgresJournal.OpenToRead(database, CountingTerms.Default)).Message, StringComparison.Ordinal);
        Assert.Throws<JournalStoreException>(() => PostgresJournal.OpenToRead(database, CountingTerms.Default));
    }

    [Fact]
    public async Task A_start_is_refused_while_a_figure_of_an_open_day_is_not_what_its_events_say()
    {
        await using var house = new PostgresHouse(cluster.NewSchema());
        await house.Append(Some.Accepted("c1"));
        Check(house);
        house.Tamper("UPDATE cells SET accepted = 5");

        var fault = Assert.Throws<JournalStoreException>(() => Check(house));

        Assert.Contains("Accepted, stored 5, recounted 1", fault.Message, StringComparison.Ordinal);
        PostgresJournal.CountAnew(house.Database, CountingTerms.Default, new Progress<long>());
        Check(house);
    }

    [Fact]
    public async Task Several_programs_that_start_at_once_on_an_empty_database_make_its_tables_once()
    {
        var database = cluster.NewSchema();

        var houses = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new PostgresHouse(database))));

        var verdicts = await Task.WhenAll(houses.Select(static house => house.Append(Some.Accepted("c1"))));
        Assert.Single(verdicts, static verdict => verdict[0] == Verdict.Accepted);
        await Task.WhenAll(houses.Select(static house => house.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task The_writers_session_waits_for_the_disk_whatever_the_server_s_own_default_is()
    {
        var database = new NpgsqlConnectionStringBuilder(cluster.NewSchema()) { Options = "-c synchronous_commit=off" }.ToString();
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();

        WritersLock.Prepare(connection);

        Assert.Equal("on", connection.Scalar("SHOW synchronous_commit"));
    }

    private static void Check(PostgresHouse house) => PostgresJournal.Check(
        house.Database, CountingTerms.Default, house.Clock, new StartProgress(), Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, CancellationToken.None);
}
