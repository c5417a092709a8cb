namespace OpsBoard.Web.Access.Sessions;

/// <summary>Somebody who is signed in with one browser, or a paired wall.</summary>
/// <param name="hash">Of its <see cref="Secret"/>.</param>
/// <param name="owner">The number of the person or the wall.</param>
/// <param name="isInitial">The password is still the one that somebody else gave: he may do nothing before he chose another.</param>
internal sealed class Session(byte[] hash, Principal principal, long owner, bool isInitial, DateTimeOffset began, DateTimeOffset seen)
{
    private long _seenMs = seen.ToUnixTimeMilliseconds();

    public string Key { get; } = Convert.ToHexString(hash);

    public byte[] Hash => hash;

    public Principal Principal => principal;

    public long Owner => owner;

    public bool IsInitial => isInitial;

    public bool IsWall => principal.Role is Role.Wall;

    public DateTimeOffset Began => began;

    /// <summary>When the file last learned of a request.</summary>
    public DateTimeOffset Written { get; private set; } = seen;

    /// <summary>When the last request came.</summary>
    public DateTimeOffset Seen => DateTimeOffset.FromUnixTimeMilliseconds(Interlocked.Read(ref _seenMs));

    /// <summary>At least as late as what another reading of the same session knew.</summary>
    public Session After(Session? former)
    {
        if (former is not null && former.Seen > Seen) Look(former.Seen);
        return this;
    }

    public void Look(DateTimeOffset now) => Interlocked.Exchange(ref _seenMs, now.ToUnixTimeMilliseconds());

    public void Write(DateTimeOffset now) => Written = now;
}
