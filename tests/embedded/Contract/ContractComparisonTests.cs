using System.Collections.Immutable;
using System.Reflection;
using Orleans;

namespace OpsBoard.Embedded.Contract;

public sealed class ContractComparisonTests
{
    // In other packages than the one that is read here, which could not be restored when this was written. What reads them too takes them off this list.
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["Orleans.AliasAttribute"] = "Orleans.Serialization.Abstractions",
        ["Orleans.GenerateSerializerAttribute"] = "Orleans.Serialization.Abstractions",
        ["Orleans.IdAttribute"] = "Orleans.Serialization.Abstractions",
        ["Orleans.ImmutableAttribute"] = "Orleans.Serialization.Abstractions",
        ["Orleans.Utilities.ObserverManager`1"] = "Orleans.Core",
        ["Orleans.Utilities.ObserverManager`2"] = "Orleans.Core",
    };

    private static readonly IReadOnlyDictionary<string, DeclaredType> Contract = ContractReader.Read(
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key is "OrleansContract").Value!);

    private static readonly ImmutableArray<DeclaredType> Slice =
    [
        .. ContractReader.Read(typeof(Grain).Assembly.Location).Values.Where(type => !type.Name.StartsWith("OpsBoard.", StringComparison.Ordinal)),
    ];

    [Fact]
    public void The_slice_declares_nothing_that_the_contract_declares_otherwise() =>
        Assert.Empty(ContractComparison.Differences(Slice, Contract, Elsewhere));

    [Fact]
    public void The_slice_is_read_whole()
    {
        var exported = typeof(Grain).Assembly.GetExportedTypes().Select(type => type.FullName!).Where(name => name.StartsWith("Orleans.", StringComparison.Ordinal));

        Assert.Equal(exported.ToHashSet(StringComparer.Ordinal), Slice.Select(type => type.Name).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void A_type_that_the_contract_lacks_is_found() =>
        Assert.Equal(["Orleans.IInvented: not in the contract."], Found(Real("Orleans.IGrain") with { Name = "Orleans.IInvented" }));

    [Fact]
    public void A_member_with_another_signature_is_found() =>
        Assert.Equal(
            ["Orleans.GrainExtensions: [Public, Static Object GetPrimaryKeyString(Orleans.Runtime.IAddressable grain)] is not in the contract."],
            Found(Changed("Orleans.GrainExtensions", "String GetPrimaryKeyString", "Object GetPrimaryKeyString")));

    [Fact]
    public void A_parameter_with_another_name_is_found() =>
        Assert.Single(Found(Changed("Orleans.GrainExtensions", "IAddressable grain", "IAddressable it")));

    [Fact]
    public void A_constant_with_another_value_is_found() =>
        Assert.Single(Found(Changed("Orleans.DeactivationReasonCode", "ActivationIdle = 4", "ActivationIdle = 5")));

    [Fact]
    public void A_type_of_another_kind_is_found() =>
        Assert.Equal(
            ["Orleans.Grain: [Sealed : System.Object] instead of [Abstract : System.Object]."],
            Found(Real("Orleans.Grain") with { Header = "Sealed : System.Object" }));

    [Fact]
    public void An_interface_that_the_original_does_not_implement_is_found() =>
        Assert.Single(Found(Real("Orleans.Grain") with { Interfaces = ["System.IDisposable"] }));

    [Fact]
    public void A_type_listed_as_declared_elsewhere_that_is_in_the_contract_is_found() =>
        Assert.Equal(
            ["Orleans.IGrain: in the contract, although it is listed as declared in Orleans.Core."],
            ContractComparison.Differences([Real("Orleans.IGrain")], Contract, new Dictionary<string, string>(StringComparer.Ordinal) { ["Orleans.IGrain"] = "Orleans.Core" }));

    [Fact]
    public void A_listed_type_that_the_slice_no_longer_has_is_found() =>
        Assert.Equal(
            ["Orleans.Gone: listed as declared elsewhere, but not in the slice."],
            ContractComparison.Differences([], Contract, new Dictionary<string, string>(StringComparer.Ordinal) { ["Orleans.Gone"] = "Orleans.Core" }));

    private static DeclaredType Real(string name) => Slice.Single(type => string.Equals(type.Name, name, StringComparison.Ordinal));

    private static DeclaredType Changed(string name, string from, string to)
    {
        var type = Real(name);
        return type with { Members = [.. type.Members.Select(member => member.Replace(from, to, StringComparison.Ordinal))] };
    }

    private static ImmutableArray<string> Found(DeclaredType type) =>
        ContractComparison.Differences([type], Contract, new Dictionary<string, string>(StringComparer.Ordinal));
}
