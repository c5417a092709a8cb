using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;

namespace OpsBoard.StoreProcess;

/// <summary>
/// Sends batches, several under way at a time, and writes each acknowledgement down after it has come: to <c>acks</c> in the data directory and
/// to standard output. After a fault it tries some more, so that an acknowledgement after it would be seen.
/// </summary>
internal sealed class Sender : ITouches
{
    public const string AcksFile = "acks";

    /// <summary>In the list of acknowledgements: the journal had stopped by then.</summary>
    public const string Stopped = "stopped";

    public const int ExitWell = 0;
    public const int ExitStopped = 3;
    public const int ExitFull = 4;
    public const int ExitNotOpened = 5;

    private const int UnderWay = 3;
    private const int TriesAfterFault = 3;
    private const int TriesWhenFull = 20;

    public static async Task<int> Run(string path, int seed, int first, int count)
    {
        try
        {
            using var directory = DataDirectory.Take(path);
            await using var journal = SqliteJournal.Open(directory, CountingTerms.Default, new JournalOptions { WriteBackPages = 40 }, new Sender(), new Noon(), NullLogger<SqliteJournal>.Instance);
            return await Send(journal, Path.Combine(path, AcksFile), seed, first, count);
        }
        catch (DataDirectoryException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return ExitNotOpened;
        }
    }

    public void Touched(ImmutableArray<WindowChange> windows)
    {
    }

    private static async Task<int> Send(SqliteJournal journal, string acks, int seed, int first, int count)
    {
        using var file = new FileStream(acks, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        for (var number = first; number < first + count; number += UnderWay)
        {
            var numbers = Enumerable.Range(number, UnderWay).ToArray();
            // Begun in their order, so that a later batch of them is never committed without the earlier ones having been tried.
            var sent = numbers.Select(each => Send(journal, seed, each)).ToArray();
            foreach (var (each, verdicts) in numbers.Zip(await Task.WhenAll(sent)))
            {
                if (verdicts) Note(file, each.ToString(Text.Numbers));
            }

            if (journal.Fault is not null) return await AfterFault(journal, file, seed, number + UnderWay);
            if (Array.Exists(sent, static each => !each.Result)) return ExitFull;
        }

        return ExitWell;
    }

    private static async Task<bool> Send(SqliteJournal journal, int seed, int number)
    {
        for (var tries = 0; tries < TriesWhenFull && journal.Fault is null; tries++)
        {
            try
            {
                return (await journal.Append(Batches.Of(seed, number))).Length > 0;
            }
            catch (JournalUnavailableException)
            {
                // Refused as a whole: the same again is safe.
            }
        }

        return false;
    }

    private static async Task<int> AfterFault(SqliteJournal journal, FileStream file, int seed, int next)
    {
        Note(file, Stopped);
        await Console.Error.WriteLineAsync(journal.Fault!.Message);
        for (var number = next; number < next + TriesAfterFault; number++)
        {
            try
            {
                await journal.Append(Batches.Of(seed, number));
                Note(file, number.ToString(Text.Numbers));
            }
            catch (JournalUnavailableException)
            {
                // As it must be.
            }
        }

        return ExitStopped;
    }

    private static void Note(FileStream file, string line)
    {
        file.Write(Encoding.ASCII.GetBytes(line + "\n"));
        Console.WriteLine(line);
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Batches.Noon;
    }
}
