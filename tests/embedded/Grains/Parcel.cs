using Orleans;

namespace OpsBoard.Embedded;

/// <summary>A message that can be changed, with something in it that can be changed too.</summary>
[GenerateSerializer]
internal sealed class Parcel
{
    [Id(0)]
    public string Label { get; set; } = "";

    [Id(1)]
    public List<int> Contents { get; set; } = [];

    [Id(2)]
    public Parcel? Inner { get; set; }
}
