namespace OpsBoard.Web.Board;

/// <summary>
/// The frames of a scope as viewers of one pace are told of them: one when a figure changed, and not more often than the pace; that
/// units were merely heard again is told with the next tick. Each patch runs from the line's previous frame to its newest.
/// Not safe for several threads: the feed's gate guards it.
/// </summary>
internal sealed class PaceLine(TimeSpan pace, FrameCutter cutter, LiveOptions options, TimeProvider clock)
{
    private readonly Queue<(long AtTimestamp, ToldPatch Patch)> _recent = new();
    private TaskCompletionSource _told = NewSignal();
    private Frame? _renewed;
    private long _toldAt;
    private long _renewedAt;

    /// <summary>Null before the first frame.</summary>
    public Cut? Newest { get; private set; }

    /// <summary>How long until a frame may be told; zero or less: now.</summary>
    public TimeSpan Rest => pace - clock.GetElapsedTime(_toldAt);

    /// <summary>Completes once there is a frame later than this one.</summary>
    public Task After(long version) => Newest!.Frame.Version > version ? Task.CompletedTask : _told.Task;

    /// <summary>Takes the frame if the pace allows and there is anything to tell.</summary>
    public void Offer(Frame frame)
    {
        if (Newest is not null && (frame.Version == Newest.Frame.Version || Rest > TimeSpan.Zero)) return;
        Take(frame, clock.GetElapsedTime(_renewedAt) >= options.TickEvery, isWanted: static patch => !patch.IsEmpty);
    }

    /// <summary>Takes the frame at once: somebody is about to be shown it, and the next patch has to start from there.</summary>
    public void Join(Frame frame)
    {
        if (frame.Version != Newest!.Frame.Version) Take(frame, renews: true, isWanted: static _ => true);
    }

    /// <summary>The patches that lead from the version to the newest frame, oldest first; null when one of them is gone.</summary>
    public IReadOnlyList<ToldPatch>? Since(string epoch, long version)
    {
        var missed = _recent.Select(static entry => entry.Patch).Where(patch => patch.Version > version).ToList();
        var isWhole = Newest!.Frame.Epoch == epoch && (missed is [] ? Newest.Frame.Version == version : missed[0].BaseVersion == version);
        return isWhole ? missed : null;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Take(Frame frame, bool renews, Func<PatchDraft, bool> isWanted)
    {
        var patch = Newest is null ? null : cutter.Between(Newest.Frame, frame, renews ? _renewed : null);
        if (patch is not null && !isWanted(patch)) return;
        Newest = patch is null ? new Cut(frame, 0, default) : new Cut(frame, patch.From.Version, PatchFormat.Write(patch));
        _toldAt = clock.GetTimestamp();
        if (renews || patch is null) (_renewed, _renewedAt) = (frame, _toldAt);
        if (patch is null) _recent.Clear();
        else _recent.Enqueue((_toldAt, new ToldPatch(Newest.BaseVersion, frame.Version, BoardRelay.PatchMessage(Newest))));
        while (_recent.TryPeek(out var oldest) && clock.GetElapsedTime(oldest.AtTimestamp) > options.KeepPatches) _recent.Dequeue();
        _told.TrySetResult();
        _told = NewSignal();
    }
}
