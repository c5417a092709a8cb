namespace OpsBoard.Embedded;

/// <summary>
/// Says which message of a grain may start. One that does not interleave starts when no other such runs, in order of arrival.
/// Guarded by its activation.
/// </summary>
internal sealed class Mailbox(bool isReentrant)
{
    private readonly Queue<Message> _waiting = new(1);
    private bool _isOpen;
    private bool _isBlocked;

    public int Running { get; private set; }

    public int Count => _waiting.Count + Running;

    /// <summary>True if the message starts now; otherwise it waits.</summary>
    public bool Accept(Message message)
    {
        var starts = _isOpen && (!_isBlocked || Interleaves(message));
        if (starts) CountIn(message);
        else _waiting.Enqueue(message);
        return starts;
    }

    /// <summary>Lets messages start, and names those that do so at once.</summary>
    public Message[] Open()
    {
        _isOpen = true;
        return [.. TakeAll().Where(Accept)];
    }

    /// <summary>From now on messages only wait; those that run go on.</summary>
    public void Close() => _isOpen = false;

    /// <summary>Counts a message as done, and names the one that starts in its place.</summary>
    public Message? End(Message message)
    {
        Running--;
        if (Interleaves(message)) return null;
        _isBlocked = false;
        // Those that interleave have never waited while the mailbox was open, so the first is the one.
        if (!_isOpen || !_waiting.TryDequeue(out var next)) return null;
        CountIn(next);
        return next;
    }

    public Message[] TakeAll()
    {
        Message[] all = [.. _waiting];
        _waiting.Clear();
        return all;
    }

    private bool Interleaves(Message message) => isReentrant || message.Interleaves;

    private void CountIn(Message message)
    {
        Running++;
        _isBlocked |= !Interleaves(message);
    }
}
