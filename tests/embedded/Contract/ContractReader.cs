using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace OpsBoard.Embedded.Contract;

/// <summary>Reads what an assembly declares to its users, without loading it: nothing that it depends on needs to be at hand.</summary>
internal sealed class ContractReader
{
    private readonly MetadataReader _metadata;
    private readonly SignatureText _text;

    private ContractReader(MetadataReader metadata)
    {
        _metadata = metadata;
        _text = new SignatureText();
    }

    public static IReadOnlyDictionary<string, DeclaredType> Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = new ContractReader(file.GetMetadataReader());
        return reader._metadata.TypeDefinitions
            .Where(reader.IsVisible)
            .Select(reader.Declare)
            .ToDictionary(type => type.Name, StringComparer.Ordinal);
    }

    private bool IsVisible(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem => IsVisible(type.GetDeclaringType()),
            _ => false,
        };
    }

    private DeclaredType Declare(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        var generics = new Generics([.. Names(type.GetGenericParameters())], []);
        var interfaces = type.GetInterfaceImplementations()
            .Select(implementation => Text(_metadata.GetInterfaceImplementation(implementation).Interface, generics));
        return new DeclaredType(
            _text.GetTypeFromDefinition(_metadata, handle, 0),
            Header(type, generics),
            [.. interfaces],
            [.. Fields(type, generics), .. Methods(type, generics)]);
    }

    private string Header(TypeDefinition type, Generics generics)
    {
        const TypeAttributes told = TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.Interface;
        var usage = type.GetCustomAttributes().Select(_metadata.GetCustomAttribute).Where(IsUsage).Select(a => Convert.ToHexString(_metadata.GetBlobBytes(a.Value)));
        return $"{type.Attributes & told} : {Text(type.BaseType, generics)}{Constraints(type.GetGenericParameters(), generics)} {string.Join(' ', usage)}".TrimEnd();
    }

    private bool IsUsage(CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && _metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
        && _metadata.StringComparer.Equals(_metadata.GetTypeReference((TypeReferenceHandle)parent).Name, nameof(AttributeUsageAttribute));

    private IEnumerable<string> Fields(TypeDefinition type, Generics generics) =>
        from handle in type.GetFields()
        let field = _metadata.GetFieldDefinition(handle)
        where (field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem
        select $"{Told(field.Attributes)} {field.DecodeSignature(_text, generics)} {_metadata.GetString(field.Name)}{Default(field.GetDefaultValue())}";

    private IEnumerable<string> Methods(TypeDefinition type, Generics generics) =>
        from handle in type.GetMethods()
        let method = _metadata.GetMethodDefinition(handle)
        where (method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem
        select Method(method, generics);

    private string Method(MethodDefinition method, Generics outer)
    {
        var generics = outer with { OfMethod = [.. Names(method.GetGenericParameters())] };
        var signature = method.DecodeSignature(_text, generics);
        var parameters = method.GetParameters().Select(_metadata.GetParameter).Where(p => p.SequenceNumber > 0)
            .Select(p => $"{signature.ParameterTypes[p.SequenceNumber - 1]} {_metadata.GetString(p.Name)}{Default(p.GetDefaultValue())}");
        var names = generics.OfMethod.Length == 0 ? "" : $"<{string.Join(", ", generics.OfMethod)}>";
        return $"{Told(method.Attributes)} {signature.ReturnType} {_metadata.GetString(method.Name)}{names}({string.Join(", ", parameters)}){Constraints(method.GetGenericParameters(), generics)}";
    }

    private static FieldAttributes Told(FieldAttributes attributes) =>
        attributes & (FieldAttributes.FieldAccessMask | FieldAttributes.Static | FieldAttributes.InitOnly | FieldAttributes.Literal);

    private static MethodAttributes Told(MethodAttributes attributes) =>
        attributes & (MethodAttributes.MemberAccessMask | MethodAttributes.Static | MethodAttributes.Virtual | MethodAttributes.Abstract | MethodAttributes.Final);

    private IEnumerable<string> Names(GenericParameterHandleCollection parameters) =>
        parameters.Select(parameter => _metadata.GetString(_metadata.GetGenericParameter(parameter).Name));

    private string Constraints(GenericParameterHandleCollection parameters, Generics generics) => string.Concat(
        from handle in parameters
        let parameter = _metadata.GetGenericParameter(handle)
        let bounds = parameter.GetConstraints().Select(c => Text(_metadata.GetGenericParameterConstraint(c).Type, generics))
        select $" where {_metadata.GetString(parameter.Name)} : {parameter.Attributes} {string.Join(", ", bounds)}");

    private string Default(ConstantHandle handle)
    {
        if (handle.IsNil) return "";
        var constant = _metadata.GetConstant(handle);
        var value = _metadata.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode);
        return " = " + (Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "null");
    }

    private string Text(EntityHandle handle, Generics generics) => handle.Kind switch
    {
        _ when handle.IsNil => "none",
        HandleKind.TypeDefinition => _text.GetTypeFromDefinition(_metadata, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeReference => _text.GetTypeFromReference(_metadata, (TypeReferenceHandle)handle, 0),
        _ => _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_text, generics),
    };
}
