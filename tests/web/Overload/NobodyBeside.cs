namespace OpsBoard.Web.Tests.Overload;

/// <summary>Tests that measure the memory of their process: what others allocate meanwhile would be counted with theirs.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class NobodyBeside
{
    public const string Name = "nobody beside";
}
