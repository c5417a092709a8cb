using System.Collections.Immutable;
using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>
/// The events of a load: first every window opens, then come the cases that stay open, then citizens come to one window after the other, a
/// step of each visit at a time, so that neighbours in a request are events of different windows. The same windows give the same events, but
/// for their times. It may be asked from several threads.
/// </summary>
/// <param name="windows">At least one.</param>
/// <param name="openCasesEach">Cases at each window that are accepted and never completed.</param>
internal sealed class VisitLoad(ImmutableArray<LoadWindow> windows, Numbering numbering, TimeProvider real, int openCasesEach = 0)
{
    // Two steps of one visit never stand in one request, nor in two that are sent within a millisecond: the time of an event says its place.
    private const int FewestInProgress = 4_000;
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffzzz";

    private readonly Lock _gate = new();
    private readonly Queue<(long Visit, int Step)> _going = new(Enumerable.Range(0, Math.Max(windows.Length, FewestInProgress)).Select(static visit => ((long)visit, 0)));
    private readonly long[] _sequences = new long[windows.Max(static window => window.Source) + 1];
    private readonly Dictionary<DateOnly, BoardCounts> _sent = [];
    private long _next = Math.Max(windows.Length, FewestInProgress);

    /// <summary>Events that open a window: the first ones.</summary>
    public int Openings => windows.Length;

    /// <summary>Events that accept a case which stays open: those after them.</summary>
    public int OpenCases => windows.Length * openCasesEach;

    public long Sent { get; private set; }

    /// <summary>What the boards of the business days have to tell once all of it has arrived.</summary>
    public ImmutableArray<(DateOnly Day, BoardCounts Counts)> Expected
    {
        get
        {
            lock (_gate) return [.. _sent.OrderBy(static pair => pair.Key).Select(static pair => (pair.Key, pair.Value.Copy()))];
        }
    }

    /// <summary>Writes the next events as a batch, in place of what the buffer held.</summary>
    public void Write(BodyBuffer body, int events)
    {
        Span<byte> time = stackalloc byte[40];
        body.Clear();
        lock (_gate)
        {
            var now = real.GetUtcNow().ToOffset(Hours.Offset);
            now.TryFormat(time, out var length, TimeFormat, CultureInfo.InvariantCulture);
            var counts = CountsOf(Hours.DayOf(now));
            for (var i = 0; i < events; i++)
            {
                body.Raw(i == 0 ? "["u8 : ","u8);
                Write(body, time[..length], counts);
            }

            Sent += events;
        }

        body.Raw("]"u8);
    }

    /// <summary>Writes a batch of one case at a window for which nothing else is sent, and counts it as sent.</summary>
    public void WriteCase(BodyBuffer body, LoadWindow window, int number)
    {
        Span<byte> time = stackalloc byte[40];
        body.Clear();
        lock (_gate)
        {
            var now = real.GetUtcNow().ToOffset(Hours.Offset);
            now.TryFormat(time, out var length, TimeFormat, CultureInfo.InvariantCulture);
            CountsOf(Hours.DayOf(now)).Add(BoardCount.Accepted);
            Sent++;
            body.Raw("[{\"specversion\":\"1.0\",\"source\":\"urn:opsboard:load:probe\",\"type\":\"opsboard.case.accepted\",\"id\":\""u8);
            body.Number(number);
            body.Raw("\",\"subject\":\""u8);
            body.Raw(window.Path);
            body.Raw("\",\"time\":\""u8);
            body.Raw(time[..length]);
            body.Raw("\",\"datacontenttype\":\"application/json\",\"data\":{\"case\":\"p"u8);
            body.Number(number);
            body.Raw("\"}}]"u8);
        }
    }

    private BoardCounts CountsOf(DateOnly day)
    {
        if (!_sent.TryGetValue(day, out var counts)) _sent[day] = counts = new BoardCounts();
        return counts;
    }

    private void Write(BodyBuffer body, ReadOnlySpan<byte> time, BoardCounts counts)
    {
        var (visit, number) = _going.Dequeue();
        var steps = StepsOf(visit);
        _going.Enqueue(number + 1 < steps.Length ? (visit, number + 1) : (_next++, 0));
        var (step, window) = (steps[number], windows[(int)(visit % windows.Length)]);
        if (step.Count is { } count) counts.Add(count);
        var sequence = ++_sequences[window.Source];
        body.Raw("{\"specversion\":\"1.0\",\"id\":\""u8);
        WriteId(body, visit, number, sequence);
        body.Raw("\",\"source\":\"urn:opsboard:load:"u8);
        body.Raw(window.County);
        body.Raw("\",\"type\":\"opsboard."u8);
        body.Raw(step.Type);
        body.Raw("\",\"subject\":\""u8);
        body.Raw(window.Path);
        body.Raw("\",\"time\":\""u8);
        body.Raw(time);
        body.Raw("\",\"datacontenttype\":\"application/json\""u8);
        WriteSequence(body, sequence);
        WriteData(body, step, visit);
    }

    // Otherwise the visits of a window would all be of one kind wherever the number of windows is a multiple of the mix.
    private ImmutableArray<VisitStep> StepsOf(long visit)
    {
        if (visit < Openings) return VisitKinds.Opening;
        return visit < Openings + OpenCases ? VisitKinds.OpenCase : VisitKinds.Mix[(int)((visit + visit / windows.Length) % VisitKinds.Mix.Length)];
    }

    private void WriteId(BodyBuffer body, long visit, int step, long sequence)
    {
        if (numbering == Numbering.Numbered)
        {
            body.Number(sequence);
            return;
        }

        var event64 = ((ulong)visit << 8) | (uint)step;
        body.Uuid(Scatter(event64), Scatter(~event64));
    }

    private void WriteSequence(BodyBuffer body, long sequence)
    {
        if (numbering != Numbering.Numbered) return;
        body.Raw(",\"stream\":\"windows\",\"epoch\":\"1\",\"sequence\":\""u8);
        body.Number(sequence);
        body.Raw("\""u8);
    }

    private static void WriteData(BodyBuffer body, VisitStep step, long visit)
    {
        body.Raw(",\"data\":"u8);
        for (var piece = 0; piece < step.Data.Length; piece++)
        {
            if (piece > 0) body.Number(visit);
            body.Raw(step.Data[piece]);
        }

        body.Raw("}"u8);
    }

    // SplitMix64: one to one, so two events never get the same id.
    private static ulong Scatter(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
