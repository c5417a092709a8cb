using OpsBoard.Events;

namespace OpsBoard.Counting;

/// <summary>A window is, on one business day, as the last of its events says: open, paused or closed. It counts nothing.</summary>
internal static class OpeningRule
{
    public static Effect EffectOf(string id, IReadOnlyList<Occurrence> events)
    {
        var last = events[^1];
        if (last.Kind == EventKind.WindowClosed) return Effect.None;
        return new Effect([], new OpenSubject(SubjectKind.Opening, id, last.AtMs, State: last.Kind == EventKind.WindowPaused ? OpenState.Paused : OpenState.None));
    }
}
