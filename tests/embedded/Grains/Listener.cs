using System.Collections.Concurrent;

namespace OpsBoard.Embedded;

/// <summary>Remembers what it heard, and gives the signal "name heard label".</summary>
internal sealed class Listener(string name) : IListener
{
    private readonly ConcurrentQueue<Parcel> _heard = new();

    public Parcel[] Heard => [.. _heard];

    public void OnHeard(Parcel news)
    {
        _heard.Enqueue(news);
        Signals.Give($"{name} heard {news.Label}");
    }

    public async Task OnAsked(string question)
    {
        await Task.Yield();
        if (question.Length == 0) throw new ArgumentException("Nothing was asked.", nameof(question));
        _heard.Enqueue(new Parcel { Label = question });
    }
}
