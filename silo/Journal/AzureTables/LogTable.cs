using System.Globalization;
using Azure;
using Azure.Data.Tables;
using OpsBoard.Journal;

namespace OpsBoard.Silo.Journal.AzureTables;

/// <summary>
/// The log in one partition of one table: a row for its head, and for each entry one to forty rows of at most 64 KiB. An entry and the head that
/// names it are written by one transaction of the table, so it is there whole or not at all, and only for a writer who saw the head before it.
/// </summary>
internal sealed class LogTable
{
    /// <summary>What one entry may hold: 40 rows, so that with the letters of its transport it stays below the 4 MiB of a transaction.</summary>
    public const int MostBytes = MostRows * RowBytes;

    private const int MostRows = 40;
    private const int RowBytes = 64 << 10;
    private const int RowsOfAPage = 100;
    private const int Format = 1;
    private const string Partition = "journal";
    private const string HeadKey = "head";

    private readonly TableClient _table;

    private LogTable(TableClient table) => _table = table;

    /// <summary>Account and table, for people.</summary>
    public string Place => $"The table {_table.Name} of {_table.AccountName} ({_table.Uri.GetLeftPart(UriPartial.Authority)})";

    /// <summary>Nothing is asked of the table yet.</summary>
    /// <param name="adjust">Changes how it is reached: how tests lose answers.</param>
    /// <exception cref="JournalStoreException">What the options say is no address of a table.</exception>
    public static LogTable Of(JournalOptions options, Action<TableClientOptions>? adjust = null)
    {
        var reach = new TableClientOptions();
        reach.Retry.MaxRetries = 1;
        reach.Retry.Delay = TimeSpan.FromMilliseconds(200);
        reach.Retry.NetworkTimeout = TimeSpan.FromSeconds(5);
        adjust?.Invoke(reach);
        var account = Account(options.AzureTables!, reach) ?? throw new JournalStoreException(
            "Journal:AzureTables is no connection string of a storage account, such as DefaultEndpointsProtocol=https;AccountName=opsboard;AccountKey=...;EndpointSuffix=core.windows.net.");
        return new LogTable(account.GetTableClient(options.AzureTableName));
    }

    /// <summary>Null where there is no log.</summary>
    /// <exception cref="JournalUnavailableException">The table cannot be reached.</exception>
    /// <exception cref="JournalStoreException">A newer program wrote it.</exception>
    public LogHead? ReadHead()
    {
        var found = Reaching(() => _table.GetEntityIfExists<TableEntity>(Partition, HeadKey));
        return found.HasValue ? HeadOf(found.Value!) : null;
    }

    /// <summary>Begins a log, and makes the table where there is none.</summary>
    /// <returns>The head of whoever was first.</returns>
    /// <exception cref="JournalStoreException">Something else is in the table.</exception>
    public LogHead Create()
    {
        Reaching(() => _table.CreateIfNotExists());
        if (Reaching(() => _table.Query<TableEntity>(maxPerPage: 1).FirstOrDefault()) is { } row && row.RowKey != HeadKey)
            throw new JournalStoreException($"{Place} holds rows that are no journal: name another table (Journal:AzureTableName).");
        // Nothing comes back where another process was first; its head is as good.
        Reaching(() => Try(() => _table.AddEntity(RowOf(new LogHead(Guid.NewGuid(), 0, "", null, default), Guid.Empty))));
        return ReadHead() ?? throw new JournalUnavailableException($"{Place} lost the head of the log at once.");
    }

    /// <summary>Writes the entry that follows the head.</summary>
    /// <param name="content">At most <see cref="MostBytes"/>.</param>
    /// <param name="terms">Under which the entries after it are counted.</param>
    /// <returns>The new head; null when somebody else was first, and nothing was written.</returns>
    /// <exception cref="JournalUnavailableException">There was no answer: nobody knows yet whether it was written.</exception>
    public LogHead? Append(LogHead head, Guid id, byte[] content, string terms)
    {
        var next = head with { Sequence = head.Sequence + 1, Terms = terms, Claim = null };
        var chunks = content.Chunk(RowBytes).ToList();
        var actions = new List<TableTransactionAction> { new(TableTransactionActionType.UpdateReplace, RowOf(next, id), head.Version) };
        actions.AddRange(chunks.Select((chunk, place) => new TableTransactionAction(TableTransactionActionType.Add, RowOf(next.Sequence, place, chunks.Count, id, chunk))));
        return Reaching(() => Try(() => _table.SubmitTransaction(actions).Value[0])) is { } answer ? next with { Version = answer.Headers.ETag!.Value } : null;
    }

    /// <summary>Writes nothing but who asks to go first.</summary>
    /// <returns>The new head; null when somebody else was first.</returns>
    public LogHead? Claim(LogHead head, string by)
    {
        var next = head with { Claim = by };
        return Reaching(() => Try(() => _table.UpdateEntity(RowOf(next, Guid.Empty), head.Version, TableUpdateMode.Replace))) is { } answer ? next with { Version = answer.Headers.ETag!.Value } : null;
    }

    /// <summary>The entries after one sequence up to another, in order; read page by page.</summary>
    /// <exception cref="JournalStoreException">One of them is not there, or not whole.</exception>
    public IEnumerable<LogEntry> Read(long after, long upTo)
    {
        var (expected, chunks) = (after + 1, new List<byte[]>());
        foreach (var row in Rows($"PartitionKey eq '{Partition}' and RowKey gt '{Key(after)}~' and RowKey lt '{Key(upTo)}~'"))
        {
            if (row.RowKey != Key(expected, chunks.Count)) throw Hole(expected);
            chunks.Add(row.GetBinary("Data")!);
            if (chunks.Count < row.GetInt32("Rows")) continue;
            yield return new LogEntry(expected++, row.GetGuid("Entry")!.Value, chunks is [var whole] ? whole : [.. chunks.SelectMany(static chunk => chunk)]);
            chunks.Clear();
        }

        if (expected != upTo + 1 || chunks.Count > 0) throw Hole(expected);
    }

    // What the library says of a string that it cannot read may repeat it, and a key may stand in it: so that is not passed on.
    private static TableServiceClient? Account(string text, TableClientOptions reach)
    {
        try
        {
            return new TableServiceClient(text, reach);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private IEnumerable<TableEntity> Rows(string filter)
    {
        using var pages = _table.Query<TableEntity>(filter, RowsOfAPage).AsPages().GetEnumerator();
        while (Reaching(pages.MoveNext))
        {
            foreach (var row in pages.Current.Values) yield return row;
        }
    }

    private JournalStoreException Hole(long sequence) =>
        new($"{Place}: entry {sequence} of the log is not there, or not whole. Nothing was changed; what is missing cannot be had from here. Put the table back from a copy.");

    private LogHead HeadOf(TableEntity row)
    {
        if (row.GetInt32("Format") is not { } format) throw new JournalStoreException($"{Place} holds rows that are no journal: name another table (Journal:AzureTableName).");
        if (format > Format) throw new JournalStoreException($"{Place} is of format {format}; this program knows up to {Format}. Start the newer program.");
        return new LogHead(row.GetGuid("Log")!.Value, row.GetInt64("Sequence")!.Value, row.GetString("Terms"), row.GetString("Claim"), row.ETag);
    }

    private static TableEntity RowOf(LogHead head, Guid entry)
    {
        var row = new TableEntity(Partition, HeadKey) { ["Format"] = Format, ["Log"] = head.Log, ["Sequence"] = head.Sequence, ["Terms"] = head.Terms, ["Entry"] = entry };
        if (head.Claim is { } claim) row["Claim"] = claim;
        return row;
    }

    private static TableEntity RowOf(long sequence, int place, int rows, Guid entry, byte[] chunk) =>
        new(Partition, Key(sequence, place)) { ["Entry"] = entry, ["Rows"] = rows, ["Data"] = chunk };

    // Of one length, so that keys lie in the order of numbers; before the head, which begins with a letter.
    private static string Key(long sequence) => sequence.ToString("D19", CultureInfo.InvariantCulture);

    private static string Key(long sequence, int place) => $"{Key(sequence)}-{place.ToString("D2", CultureInfo.InvariantCulture)}";

    // Null: what was seen before is no longer so.
    private static T? Try<T>(Func<T> write)
        where T : class
    {
        try
        {
            return write();
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412)
        {
            return null;
        }
    }

    private static T Reaching<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception fault) when (fault is RequestFailedException or AggregateException or OperationCanceledException or IOException or HttpRequestException)
        {
            throw new JournalUnavailableException($"The journal's table cannot be used at present: {Reason(fault)}", fault);
        }
    }

    private static string Reason(Exception fault) => ((fault as AggregateException)?.InnerExceptions[^1] ?? fault) switch
    {
        RequestFailedException { Status: > 0 } refused => $"{FirstLine(refused)} (status {refused.Status}, {refused.ErrorCode})",
        var other => FirstLine(other),
    };

    // The library adds headers and the whole answer.
    private static string FirstLine(Exception fault) => fault.Message.Split('\n')[0].TrimEnd();
}
