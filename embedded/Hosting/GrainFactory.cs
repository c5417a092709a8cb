using Orleans;

namespace OpsBoard.Embedded;

internal sealed class GrainFactory(Engine engine, GrainManifest manifest) : IGrainFactory
{
    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(primaryKey);
        var known = manifest.ClassOf(typeof(TGrainInterface));
        if (grainClassNamePrefix is not null && !known.Type.FullName!.StartsWith(grainClassNamePrefix, StringComparison.Ordinal))
            throw new ArgumentException($"{known.Type} does not begin with {grainClassNamePrefix}.", nameof(grainClassNamePrefix));
        return Reference.To<TGrainInterface>(engine, new GrainAddress(engine.Catalog, known, primaryKey), manifest.MethodsOf(typeof(TGrainInterface)));
    }

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        ArgumentNullException.ThrowIfNull(obj);
        if (obj is Reference or IGrainBase) throw new ArgumentException($"{obj} is a grain or already a reference.", nameof(obj));
        if (obj is not TGrainObserverInterface) throw new ArgumentException($"{obj.GetType()} is no {typeof(TGrainObserverInterface)}.", nameof(obj));
        var seenAs = typeof(TGrainObserverInterface);
        return Reference.To<TGrainObserverInterface>(engine, new Observer(engine, seenAs, obj), manifest.MethodsOf(seenAs));
    }

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        if (obj is not Reference { Address: Observer observer })
            throw new ArgumentException("Pass the reference that CreateObjectReference made, not the observer itself.", nameof(obj));
        observer.Delete();
    }
}
