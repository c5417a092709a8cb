using System.Collections.Concurrent;
using Orleans;

namespace OpsBoard.Embedded;

/// <summary>The living activations, at most one for each grain.</summary>
internal sealed class Catalog(Engine engine)
{
    private readonly ConcurrentDictionary<GrainAddress, Activation> _activations = new();
    private volatile bool _isOpen;

    public int Count => _activations.Count;

    public void Open() => _isOpen = true;

    /// <summary>From now on no grain comes to life.</summary>
    public void Close() => _isOpen = false;

    public void Deliver(GrainAddress address, Message message)
    {
        while (Find(address) is { } activation)
        {
            if (activation.TryAccept(message)) return;
        }

        message.Refuse(Engine.Unavailable());
    }

    /// <summary>Takes out an activation that has ended. If messages are left, its successor begins with them; false if there can be none.</summary>
    public bool Replace(Activation ended, Message[] left)
    {
        if (left.Length == 0 || !_isOpen)
        {
            _activations.TryRemove(KeyValuePair.Create(ended.Address, ended));
            return left.Length == 0;
        }

        var successor = new Activation(engine, ended.Address);
        successor.Inherit(left);
        _activations[ended.Address] = successor;
        successor.Begin();
        return true;
    }

    public void DeactivateIdle(TimeSpan age)
    {
        foreach (var (_, activation) in _activations) activation.DeactivateIfIdle(age);
    }

    /// <summary>Completes when no activation is left.</summary>
    public async Task DeactivateAllAsync(DeactivationReason reason)
    {
        while (!_activations.IsEmpty)
        {
            var all = _activations.Values;
            foreach (var activation in all) activation.Deactivate(reason);
            await Task.WhenAll(all.Select(activation => activation.Deactivated));
        }
    }

    private Activation? Find(GrainAddress address)
    {
        if (_activations.TryGetValue(address, out var activation)) return activation;
        if (!_isOpen) return null;
        var fresh = new Activation(engine, address);
        if (!_activations.TryAdd(address, fresh)) return _activations.GetValueOrDefault(address) ?? Find(address);
        fresh.Begin();
        return fresh;
    }
}
