namespace OpsBoard.Supervision;

/// <summary>One step of the calendar of a year (年历化): what shall be done by the end of which week.</summary>
[GenerateSerializer, Immutable, Alias("TaskStep")]
public readonly record struct TaskStep([property: Id(0)] IsoWeek Week, [property: Id(1)] string Text);
