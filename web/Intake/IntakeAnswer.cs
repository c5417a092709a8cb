using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpsBoard.Web.Intake;

/// <summary>The body of a 200: every item is in one of the four counts, and <paramref name="Results"/> names those not newly accepted, by index.</summary>
internal sealed record IntakeAnswer(int Accepted, int Duplicate, int Conflict, int Rejected, ImmutableArray<ItemAnswer> Results)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
}
