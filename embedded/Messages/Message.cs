namespace OpsBoard.Embedded;

/// <summary>Work for a grain or an observer: a call, or the tick of a timer.</summary>
internal abstract class Message
{
    /// <summary>May start while others wait, whatever its grain says.</summary>
    public abstract bool Interleaves { get; }

    /// <summary>Counts as use of the grain.</summary>
    public abstract bool KeepsAlive { get; }

    /// <summary>Counts against the limit of the mailbox.</summary>
    public abstract bool IsLimited { get; }

    /// <summary>Runs inside the target's turns and never throws: the outcome is kept until <see cref="Conclude"/>.</summary>
    public abstract Task RunAsync(object target);

    /// <summary>Tells the outcome; the target already counts the message as done.</summary>
    public abstract void Conclude();

    /// <summary>Tells that the message will not run.</summary>
    public abstract void Refuse(Exception reason);
}
