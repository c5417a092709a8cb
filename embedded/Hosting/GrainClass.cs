using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Concurrency;

namespace OpsBoard.Embedded;

/// <summary>A class of grains, and how one is made.</summary>
internal sealed class GrainClass(Type type)
{
    private readonly ObjectFactory _factory = ActivatorUtilities.CreateFactory(type, Type.EmptyTypes);

    public Type Type => type;

    public bool IsReentrant { get; } = type.IsDefined(typeof(ReentrantAttribute), inherit: true);

    public Grain Construct(Activation activation, IServiceProvider services)
    {
        Activation.Constructing = activation;
        try
        {
            return (Grain)_factory(services, null);
        }
        finally
        {
            Activation.Constructing = null;
        }
    }
}
