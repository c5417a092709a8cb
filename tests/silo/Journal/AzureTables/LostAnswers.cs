using Azure.Core;
using Azure.Core.Pipeline;
using Request = Azure.Core.Request;

namespace OpsBoard.Silo.AzureTables;

/// <summary>The line to the table, on which a transaction can be lost on its way there, or its answer on the way back.</summary>
internal sealed class LostAnswers : HttpPipelineTransport, IDisposable
{
    private readonly HttpClientTransport _line = new();

    /// <summary>So many transactions do not get there.</summary>
    public int Requests { get; set; }

    /// <summary>So many transactions get there, and nobody hears of it.</summary>
    public int Answers { get; set; }

    /// <summary>Nothing gets there at all.</summary>
    public bool IsCut { get; set; }

    /// <summary>Runs before the next transaction goes out.</summary>
    public Action? Before { get; set; }

    public override void Process(HttpMessage message)
    {
        if (IsCut) throw new IOException("The line is cut.");
        if (!IsTransaction(message))
        {
            _line.Process(message);
            return;
        }

        var before = Before;
        Before = null;
        before?.Invoke();
        if (Requests > 0)
        {
            Requests--;
            throw new IOException("It was lost on its way.");
        }

        _line.Process(message);
        if (Answers == 0) return;
        Answers--;
        message.Response = null!;
        throw new IOException("The answer was lost.");
    }

    public override ValueTask ProcessAsync(HttpMessage message) => throw new NotSupportedException("The writer waits on a thread of its own.");

    public override Request CreateRequest() => _line.CreateRequest();

    public void Dispose() => _line.Dispose();

    private static bool IsTransaction(HttpMessage message) => message.Request.Uri.ToString().EndsWith("$batch", StringComparison.Ordinal);
}
