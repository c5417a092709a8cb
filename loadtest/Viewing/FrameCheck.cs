namespace OpsBoard.LoadTest;

/// <summary>Whether a viewer is told every frame of its line once: each patch begins where the last one ended.</summary>
internal sealed class FrameCheck
{
    private long? _version;

    public long Frames { get; private set; }

    /// <summary>Patches that began later than the last frame ended: something between was not told.</summary>
    public long Lost { get; private set; }

    /// <summary>Frames that led to nothing newer.</summary>
    public long Doubled { get; private set; }

    public void Snapshot(long version) => Take(version);

    public void Patch(long baseVersion, long version)
    {
        if (_version is { } last && baseVersion > last) Lost++;
        Take(version);
    }

    private void Take(long version)
    {
        Frames++;
        if (_version >= version) Doubled++;
        _version = version;
    }
}
