using OpsBoard.Events;

namespace OpsBoard.Counting;

/// <summary>A window is, on one business day, as the last of its events says: open, paused or closed. It counts nothing.</summary>
internal static class OpeningRule
{
    public static void Fold(string id, ReadOnlySpan<Occurrence> events, Effect effect)
    {
        var last = events[^1];
        if (last.Kind == EventKind.WindowClosed) return;
        var state = last.Kind == EventKind.WindowPaused ? OpenState.Paused : OpenState.None;
        effect.Wait(last, new OpenSubject(SubjectKind.Opening, id, last.AtMs, State: state));
    }
}
