namespace OpsBoard.Embedded;

/// <summary>A call whose answer is a <typeparamref name="T"/>; <see cref="Nothing"/> if the method only completes.</summary>
internal sealed class Call<T>(Engine engine, IAddress to, GrainMethod method, object?[] arguments) : Call(engine, to, method, arguments)
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Answer => _answer.Task;

    protected override bool IsAnswered => _answer.Task.IsCompleted;

    protected override void TakeResult(Task finished)
    {
        if (finished is Task<T> typed) _result = Copier.Copy(typed.Result);
    }

    protected override void Succeed() => _answer.TrySetResult(_result);

    protected override void Fail(Exception reason) => _answer.TrySetException(reason);
}
