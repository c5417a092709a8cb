using System.Collections.Immutable;

namespace OpsBoard.Embedded.Contract;

/// <summary>Says where a slice of a contract differs from it. The slice may leave out; it may not add or change.</summary>
internal static class ContractComparison
{
    /// <param name="slice">The types that are held to the contract.</param>
    /// <param name="contract">The types of the contract.</param>
    /// <param name="elsewhere">Types that another assembly of the original declares, and its name: they cannot be compared.</param>
    public static ImmutableArray<string> Differences(
        IEnumerable<DeclaredType> slice, IReadOnlyDictionary<string, DeclaredType> contract, IReadOnlyDictionary<string, string> elsewhere)
    {
        var types = slice.ToArray();
        return
        [
            .. types.SelectMany(type => OfType(type, contract.GetValueOrDefault(type.Name), elsewhere)),
            .. elsewhere.Keys.Except(types.Select(type => type.Name), StringComparer.Ordinal).Select(name => $"{name}: listed as declared elsewhere, but not in the slice."),
        ];
    }

    private static IEnumerable<string> OfType(DeclaredType type, DeclaredType? original, IReadOnlyDictionary<string, string> elsewhere) =>
        (original, elsewhere.GetValueOrDefault(type.Name)) switch
        {
            (null, null) => [$"{type.Name}: not in the contract."],
            (null, _) => [],
            (_, { } assembly) => [$"{type.Name}: in the contract, although it is listed as declared in {assembly}."],
            _ => OfMembers(type, original),
        };

    private static IEnumerable<string> OfMembers(DeclaredType type, DeclaredType original) =>
    [
        .. string.Equals(type.Header, original.Header, StringComparison.Ordinal) ? Array.Empty<string>() : [$"{type.Name}: [{type.Header}] instead of [{original.Header}]."],
        .. type.Interfaces.Except(original.Interfaces).Select(added => $"{type.Name}: does not implement {added} in the contract."),
        .. type.Members.Except(original.Members).Select(added => $"{type.Name}: [{added}] is not in the contract."),
    ];
}
