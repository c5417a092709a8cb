namespace OpsBoard.Peers;

/// <summary>What a peer holds: the same number six times when all is well.</summary>
/// <param name="Events">That are stored.</param>
/// <param name="Windows">That the windows count together; so do the levels above.</param>
/// <param name="Told">That a viewer of the provinces was told of.</param>
internal sealed record PeerCounts(long Events, long Windows, long Departments, long Counties, long Provinces, long Told)
{
    /// <param name="levels">The sums of the levels by the length of their paths: 1 the provinces, 4 the windows; one that counts nothing may be missing.</param>
    public static PeerCounts Of(long events, IReadOnlyDictionary<int, long> levels, long told) =>
        new(events, levels.GetValueOrDefault(4), levels.GetValueOrDefault(3), levels.GetValueOrDefault(2), levels.GetValueOrDefault(1), told);
}
