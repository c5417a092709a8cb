namespace Orleans.Runtime;

public interface IGrainTimer : IDisposable
{
    /// <summary>Sets when the next tick is due and how long after its end the one after that; a tick that runs ends first.</summary>
    void Change(TimeSpan dueTime, TimeSpan period);
}
