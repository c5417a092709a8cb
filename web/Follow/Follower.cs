using System.Text;
using OpsBoard.Events;
using OpsBoard.Events.Queues;

namespace OpsBoard.Web.Follow;

/// <summary>
/// Sends the lines of a file in their order, and remembers how far it came once the server has them: nothing is lost, and what a crash
/// makes it send twice is a duplicate there. Of each line only that leaves which the server reads, so no name and no identity number.
/// </summary>
internal sealed class Follower(FollowedFile file, PositionFile positions, LineSender sender, Encoding encoding, Backoff backoff, Action<string> tell)
{
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private LineBatch? _pending;
    private string? _trouble;

    /// <summary>Lines that were sent, lines that are not stored, and fields of persons that stayed here, since the start.</summary>
    public (long Sent, long Refused, long Dropped) Counts { get; private set; }

    /// <summary>Looks, and sends what there is, once.</summary>
    /// <returns>How long until the next turn; null when there was nothing to send.</returns>
    /// <exception cref="FollowException">File or position cannot be read or written.</exception>
    public async Task<TimeSpan?> Turn(CancellationToken cancellation)
    {
        _pending ??= file.Next();
        if (_pending is null) return file.IsLeaving ? LookEvery : null;
        var refused = new List<(int Index, string Reason, string? Detail)>();
        var lines = _pending.Lines.Select(Judge).ToList();
        var sound = lines.Index().Where(static each => each.Item.Line is not null).Select(static each => (Number: each.Index, each.Item.Line)).ToList();
        if (sound.Count > 0)
        {
            var answer = await sender.Send([.. sound.Select(static each => each.Line!.ToString())], cancellation);
            if (answer.Taken is not { } taken) return Wait(answer);
            Recover();
            refused.AddRange(taken.Results.Where(static result => result.Status != "duplicate").Select(result => (sound[result.Index].Number, result.Reason ?? result.Status, result.Detail)));
        }

        refused.AddRange(lines.Index().Where(static each => each.Item.Fault is not null).Select(static each => (each.Index, each.Item.Fault!.Reason, (string?)each.Item.Fault.Detail)));
        Tell(refused);
        Counts = (Counts.Sent + sound.Count, Counts.Refused + refused.Count, Counts.Dropped + sound.Sum(static each => each.Line!.Dropped));
        positions.Save(_pending.Next);
        file.Advance(_pending);
        _pending = null;
        return TimeSpan.Zero;
    }

    private (QueueLine? Line, Rejection? Fault) Judge(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var text = encoding.GetString(bytes.Span).TrimStart('\uFEFF').Trim();
            // A blank line says nothing, and nothing is said of it.
            if (text.Length == 0) return default;
            var fault = QueueLine.Read(text, out var line);
            return (line, fault);
        }
        catch (DecoderFallbackException)
        {
            return (null, new Rejection(Reasons.IllFormedText, $"The line is not {encoding.WebName}; see --encoding."));
        }
    }

    private TimeSpan Wait(LineAnswer answer)
    {
        var wait = backoff.Next(answer.RetryAfter);
        if (_trouble != answer.Trouble) tell($"The server {answer.Trouble} Trying again until it takes the lines; they stay in the file meanwhile.");
        _trouble = answer.Trouble;
        return wait;
    }

    private void Recover()
    {
        backoff.Reset();
        if (_trouble is not null) tell("The server takes the lines again.");
        _trouble = null;
    }

    // One line for each reason, and not for each line: a machine that nobody listed would fill the disk with its log.
    private void Tell(IEnumerable<(int Index, string Reason, string? Detail)> refused)
    {
        foreach (var alike in refused.GroupBy(static each => each.Reason, StringComparer.Ordinal))
        {
            var (first, last, count) = (alike.Min(static each => each.Index), alike.Max(static each => each.Index), alike.Count());
            var more = count == 1 ? "" : $" and {count - 1} more up to line {_pending!.FirstNumber + last}";
            tell($"{_pending!.File}, line {_pending.FirstNumber + first}{more}: {alike.Key}. {alike.First().Detail}");
        }
    }
}
