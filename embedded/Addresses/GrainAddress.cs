namespace OpsBoard.Embedded;

/// <summary>A grain: its class and its key, whether it is active or not.</summary>
internal sealed record GrainAddress(Catalog Catalog, GrainClass Class, string Key) : IAddress
{
    public void Deliver(Call call) => Catalog.Deliver(this, call);

    public override string ToString() => $"{Class.Type.Name} '{Key}'";
}
