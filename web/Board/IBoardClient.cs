namespace OpsBoard.Web.Board;

/// <summary>What the hub says to a screen: the one list of message names.</summary>
public interface IBoardClient
{
    Task Snapshot(RawJson body);

    Task Patch(RawJson body);

    Task Tick(RawJson body);
}
