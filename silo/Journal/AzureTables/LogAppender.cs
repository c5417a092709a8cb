using System.Collections.Immutable;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal.Sqlite;

namespace OpsBoard.Silo.Journal.AzureTables;

/// <summary>
/// Appends groups to the log: judged over the replica first, then written to the table, then committed in the replica. When somebody else was
/// first, what was judged is undone, his entries are applied, and the group is judged again. Where an append got no answer, the table itself is
/// asked what became of it. Used by one thread.
/// </summary>
/// <param name="start">Disposed by whoever made it.</param>
/// <param name="followed">Told what the entries of others changed, once it is in the replica.</param>
internal sealed class LogAppender(LogStart start, Action<ImmutableArray<WindowChange>> followed)
{
    // Two servers that store as fast as they can are each first about every second time; so often in a row nobody is too late.
    private const int MostAttempts = 50;
    private const int MostWithoutAnswer = 3;
    private const int LostBeforeClaim = 2;

    // Longer than an entry takes whose writer has asked to go first.
    private static readonly TimeSpan Courtesy = TimeSpan.FromMilliseconds(100);

    private readonly string _name = $"{Guid.NewGuid():N}";
    private readonly LogTable _log = start.Log;
    private readonly Replica _replica = start.Replica;
    private readonly string _terms = start.Head.Terms;
    private LogHead _head = start.Head;
    private bool _isBehind;

    /// <summary>Stores a group, in the log and in the replica.</summary>
    /// <returns>What came of it; without windows where they were told to <c>followed</c> already.</returns>
    /// <exception cref="JournalUnavailableException">The table gives no answer, or others are first again and again: it may have been stored or not, and sending the same again is safe.</exception>
    /// <exception cref="EntryTooLargeException">Nothing was stored.</exception>
    /// <exception cref="JournalStoreException">The log and the replica do not belong together any more.</exception>
    public Judged Append(IReadOnlyList<PendingBatch> group, TimeProvider clock)
    {
        if (_isBehind) CatchUp();
        var (tried, silent) = (new Dictionary<Guid, Judged>(), 0);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var nowMs = clock.GetUtcNow().ToUnixTimeMilliseconds();
            var judged = _replica.Judge(group, nowMs);
            var id = Guid.NewGuid();
            if (_replica.Logged(group, judged, nowMs) is not { } logged)
            {
                _replica.Commit();
                return judged;
            }

            tried.Add(id, judged);
            if (TryAppend(id, ContentOf(logged), ref silent) is { } head)
            {
                _head = head;
                Commit(head.Sequence);
                return judged;
            }

            _replica.RollBack();
            // Nothing was between what an attempt had seen and its entry, so it came out as it was judged then. Frames that were recorded with it are lost: nothing rests on them.
            if (CatchUp().Find(tried.ContainsKey) is var stored && stored != Guid.Empty) return tried[stored] with { Touched = [] };
            Agree(attempt);
        }

        throw new JournalUnavailableException("Other servers store so much that this one was never first; send the same again later.") { IsBusy = true };
    }

    /// <summary>Applies what others have appended until now.</summary>
    /// <returns>The entries that were applied.</returns>
    /// <exception cref="JournalUnavailableException">The table cannot be reached, or another server has brought it under other terms of counting.</exception>
    /// <exception cref="JournalStoreException">The log and the replica do not belong together any more.</exception>
    public List<Guid> CatchUp()
    {
        _isBehind = true;
        var head = _log.ReadHead() ?? throw new JournalStoreException($"{_log.Place} has lost the head of the log. Put the table back from a copy.");
        if (head.Log != _head.Log) throw new JournalStoreException($"{_log.Place} holds another log than before.");
        if (head.Terms != _terms)
            throw new JournalUnavailableException("Another server has brought the journal under other terms of counting: start this one again with the same calendar.json, counting.json and program.");
        var applied = new List<Guid>();
        _replica.Follow(_log, head, (entry, touched) =>
        {
            applied.Add(entry.Id);
            followed(touched);
        });
        (_head, _isBehind) = (head, false);
        return applied;
    }

    /// <summary>What was judged is undone; nothing happens where nothing was.</summary>
    public void RollBack() => _replica.RollBack();

    private static byte[] ContentOf(LoggedGroup logged)
    {
        var content = LogFormat.Write(logged);
        return content.Length <= LogTable.MostBytes ? content : throw new EntryTooLargeException(content.Length);
    }

    private LogHead? TryAppend(Guid id, byte[] content, ref int silent)
    {
        try
        {
            return _log.Append(_head, id, content, _terms);
        }
        catch (JournalUnavailableException) when (++silent < MostWithoutAnswer)
        {
            // Nobody knows what became of it. What the table holds now tells; and a further attempt under the same head makes sure that a late one fails.
            return null;
        }
        catch (JournalUnavailableException)
        {
            _isBehind = true;
            throw;
        }
    }

    private void Commit(long sequence)
    {
        // Until it is done the replica lacks what the log has.
        _isBehind = true;
        _replica.Commit(sequence);
        _isBehind = false;
    }

    // Whoever was too late twice asks to go first; the others wait a moment then. Without it the faster of two would always be first: it has nobody's entries to apply.
    private void Agree(int attempt)
    {
        if (_head.Claim is { } other && other != _name) Task.Delay(Courtesy, TimeProvider.System).GetAwaiter().GetResult();
        else if (attempt >= LostBeforeClaim && _log.Claim(_head, _name) is { } head) _head = head;
    }
}
