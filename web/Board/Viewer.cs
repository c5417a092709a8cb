using OpsBoard.Web.Access;

namespace OpsBoard.Web.Board;

/// <summary>A connection that looks at boards, by hub or stream: a feature of its request.</summary>
/// <param name="of">Whose it is: a principal, or an address.</param>
/// <param name="standing">Whether what it was let in with still holds.</param>
internal sealed class Viewer(string of, Standing standing) : IDisposable
{
    private readonly CancellationTokenSource _end = new();

    public string Of => of;

    public bool HasFallen => !standing.Holds();

    /// <summary>Cancelled when the viewer is asked to go: to come back later, or to show anew what lets it in.</summary>
    public CancellationToken Ending => _end.Token;

    public void End() => _end.Cancel();

    public void Dispose() => _end.Dispose();
}
