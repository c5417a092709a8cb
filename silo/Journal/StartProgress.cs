namespace OpsBoard.Silo.Journal;

/// <summary>What a start is doing at present, for whoever waits for it.</summary>
public sealed class StartProgress
{
    private volatile string _step = "The data directory is being opened.";

    /// <summary>Is told each step, on the thread that takes it.</summary>
    public Action<string>? Tell { get; set; }

    public string Step
    {
        get => _step;
        set
        {
            _step = value;
            Tell?.Invoke(value);
        }
    }
}
