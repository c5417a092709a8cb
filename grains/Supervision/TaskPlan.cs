using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Supervision;

/// <summary>
/// What an entry says of itself when it is registered or amended. Unit, officer, goal, week and standard (责任单位·责任人员·节点目标·完成时限·工作标准)
/// are never left out, and there is exactly one lead unit (牵头单位).
/// </summary>
/// <param name="Lead">The unit that answers for it; never a line.</param>
/// <param name="Supports">The units that help (协办单位), each once, without the lead.</param>
/// <param name="Officer">A position (岗位), never a person.</param>
/// <param name="Due">The week by whose end it shall be done.</param>
/// <param name="Steps">By week.</param>
/// <param name="Document">Where it is listed.</param>
/// <param name="Origin">What on the board it came from.</param>
[GenerateSerializer, Immutable, Alias("TaskPlan")]
public sealed record TaskPlan(
    [property: Id(0)] TaskKind Kind,
    [property: Id(1)] string Title,
    [property: Id(2)] UnitPath Lead,
    [property: Id(3)] ImmutableArray<UnitPath> Supports,
    [property: Id(4)] string Officer,
    [property: Id(5)] string Goal,
    [property: Id(6)] IsoWeek Due,
    [property: Id(7)] string Standard,
    [property: Id(8)] ImmutableArray<TaskStep> Steps,
    [property: Id(9)] Difficulty? Difficulty = null,
    [property: Id(10)] TaskQuantity? Quantity = null,
    [property: Id(11)] string? Document = null,
    [property: Id(12)] TaskOrigin? Origin = null)
{
    public bool IsOf(UnitPath unit) => Lead == unit || Supports.Contains(unit);
}
