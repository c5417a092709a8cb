namespace OpsBoard.Peers;

/// <summary>A window, department, county or province that counts one event at a call.</summary>
public interface ICounterGrain : IGrainWithStringKey
{
    /// <summary>Answers when it and all above it have written the event to the disk.</summary>
    /// <returns>False when the event was known already.</returns>
    Task<bool> Count(CountedEvent one);
}
