using Orleans.Runtime;

namespace Orleans;

/// <summary>The base of interfaces through which grains tell others what happened. Methods return void, <see cref="Task"/> or <see cref="ValueTask"/>.</summary>
public interface IGrainObserver : IAddressable;
