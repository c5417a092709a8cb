using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using OpsBoard.Board;
using OpsBoard.Units;
using Orleans;
using Orleans.Serialization;

namespace OpsBoard.Cluster;

/// <summary>Every message of the grains arrives on another silo as it was sent: each member of each has a value of its own, and is compared.</summary>
public sealed class MessagesTests
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Serializer Serializer = new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    public static TheoryData<Type> Messages => [.. typeof(UnitPath).Assembly.GetTypes().Where(static type => type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))];

    [Theory]
    [MemberData(nameof(Messages))]
    public void It_arrives_as_it_was_sent(Type message)
    {
        var sent = new Maker().Make(message)!;

        var received = Serializer.Deserialize<object>(Serializer.SerializeToArray<object>(sent));

        Assert.Equal(Text(sent), Text(received));
        Assert.NotSame(sent, received);
    }

    [Fact]
    public void They_are_those_of_the_grains() => Assert.Contains(typeof(BoardState), Messages.Select(static row => row.Data));

    private static string Text(object? value) => value switch
    {
        null => "null",
        string or Enum => $"{value}",
        _ when value.GetType().IsPrimitive => $"{value}",
        IEnumerable elements => $"[{string.Join(", ", elements.Cast<object?>().Select(Text))}]",
        _ => $"{value.GetType().Name}{{{string.Join(", ", Fields(value.GetType()).Select(field => $"{field.Name}={Text(field.GetValue(value))}"))}}}",
    };

    private static FieldInfo[] Fields(Type type) => type.GetFields(Own);

    /// <summary>Fills every field, whatever a constructor would say, with values that no other field has.</summary>
    private sealed class Maker
    {
        private int _next;

        public object? Make(Type type)
        {
            if (Nullable.GetUnderlyingType(type) is { } underlying) return Make(underlying);
            if (type == typeof(string)) return $"text {++_next}";
            if (type == typeof(bool)) return true;
            if (type.IsEnum) return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1);
            if (type.IsPrimitive) return Convert.ChangeType(++_next % 100, type, null);
            if (type.IsArray) return Filled(type.GetElementType()!);
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return Immutable(type.GetGenericArguments()[0]);
            var made = RuntimeHelpers.GetUninitializedObject(type);
            foreach (var field in Fields(type)) field.SetValue(made, Make(field.FieldType));
            return made;
        }

        private Array Filled(Type element)
        {
            var filled = Array.CreateInstance(element, 2);
            for (var i = 0; i < filled.Length; i++) filled.SetValue(Make(element), i);
            return filled;
        }

        private object Immutable(Type element) => typeof(ImmutableArray).GetMethods().Single(static method => method.Name == nameof(ImmutableArray.Create) && method.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(element).Invoke(null, [Filled(element)])!;
    }
}
