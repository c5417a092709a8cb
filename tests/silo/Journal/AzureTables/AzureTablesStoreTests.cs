using Azure.Data.Tables;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.AzureTables;
using OpsBoard.Testing;

namespace OpsBoard.Silo.AzureTables;

/// <summary>What a journal in Azure tables says when it cannot be opened, and what it makes where there is nothing yet.</summary>
public sealed class AzureTablesStoreTests(AzuriteServer server)
{
    [Fact]
    public async Task A_table_that_a_newer_program_wrote_is_left_alone()
    {
        var table = server.NewTable();
        await using var house = new AzureTablesHouse(server, table);
        Change(house, static head => head["Format"] = 9);

        var fault = Assert.Throws<JournalStoreException>(() => new AzureTablesHouse(server, table));

        Assert.Contains("is of format 9; this program knows up to 1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_of_other_rows_is_left_alone()
    {
        var table = server.NewTable();
        var other = new TableClient(server.ConnectionString, table);
        await other.CreateAsync();
        await other.AddEntityAsync(new TableEntity("a", "b"));

        var fault = Assert.Throws<JournalStoreException>(() => new AzureTablesHouse(server, table));

        Assert.Contains("holds rows that are no journal", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replica_of_another_log_is_left_alone()
    {
        await using var house = new AzureTablesHouse(server, server.NewTable());
        await house.Append(Some.Accepted("c1"));
        var former = house.Options.AzureTableName;
        house.Options.AzureTableName = server.NewTable();

        var fault = await Assert.ThrowsAsync<JournalStoreException>(house.Reopen);
        house.Options.AzureTableName = former;
        await house.Reopen();

        Assert.Contains("belongs to another log", fault.Message, StringComparison.Ordinal);
        Assert.Equal([Verdict.Duplicate], await house.Append(Some.Accepted("c1")));
    }

    [Fact]
    public async Task An_account_that_cannot_be_reached_is_named_without_its_key()
    {
        AzuriteServer.Need();
        await using var house = new AzureTablesHouse(server, server.NewTable());
        house.Options.AzureTables = "DefaultEndpointsProtocol=http;AccountName=board;AccountKey=c2VjcmV0;TableEndpoint=http://127.0.0.1:1/board;";

        var fault = await Assert.ThrowsAsync<JournalStoreException>(house.Reopen);
        house.Options.AzureTables = server.ConnectionString;
        await house.Reopen();

        Assert.Contains("of board (http://127.0.0.1:1) cannot be used", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_no_connection_string_is_refused_and_not_repeated()
    {
        var fault = Assert.Throws<JournalStoreException>(() => LogTable.Of(new JournalOptions { AzureTables = "AccountName=board;Key=c2VjcmV0" }));

        Assert.Contains("no connection string", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_programs_that_start_at_once_on_no_table_begin_one_log()
    {
        var table = server.NewTable();

        var houses = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => new AzureTablesHouse(server, table))));

        var verdicts = await Task.WhenAll(houses.Select(static house => house.Append(Some.Accepted("c1"))));
        Assert.Single(verdicts, static verdict => verdict[0] == Verdict.Accepted);
        await Task.WhenAll(houses.Select(static house => house.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task A_log_that_lacks_an_entry_is_not_read_past_it()
    {
        var table = server.NewTable();
        await using var house = new AzureTablesHouse(server, table);
        await house.Append(Some.Accepted("c1"));
        await house.Append(Some.Accepted("c2"));
        await house.Table.DeleteEntityAsync("journal", "0000000000000000002-00");

        var fault = Assert.Throws<JournalStoreException>(() => new AzureTablesHouse(server, table));

        Assert.Contains("entry 2 of the log is not there", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_was_put_back_to_an_older_state_ends_the_journal_with_a_reason_before_anything_is_acknowledged()
    {
        await using var house = new AzureTablesHouse(server, server.NewTable());
        await house.Append(Some.Accepted("c1"));
        var older = house.Table.GetEntity<TableEntity>("journal", "head").Value;
        await house.Append(Some.Accepted("c2"));
        await house.Table.UpsertEntityAsync(older, TableUpdateMode.Replace);
        await house.Table.DeleteEntityAsync("journal", "0000000000000000003-00");

        await Assert.ThrowsAsync<JournalUnavailableException>(() => house.Append(Some.Accepted("c3")));

        await house.Journal.Completion;
        Assert.Contains("was put back to an older state", house.Journal.Fault!.Message, StringComparison.Ordinal);
        Assert.Contains("was put back to an older state", (await Assert.ThrowsAsync<JournalStoreException>(house.Reopen)).Message, StringComparison.Ordinal);
        await house.Reopen(static replica => Directory.Delete(replica, recursive: true));
        Assert.Equal([Verdict.Duplicate, Verdict.Accepted], await house.Append(Some.Accepted("c1"), Some.Accepted("c2")));
    }

    private static void Change(AzureTablesHouse house, Action<TableEntity> change)
    {
        var head = house.Table.GetEntity<TableEntity>("journal", "head").Value;
        change(head);
        house.Table.UpdateEntity(head, head.ETag, TableUpdateMode.Replace);
    }
}
