namespace OpsBoard.Supervision.Surveys;

/// <summary>What a document says that a survey found. It is declared, and never mixed with the reviews that citizens give for a case.</summary>
/// <param name="Hundredths">Of a percent or of a point: 0 to 10,000.</param>
/// <param name="Sample">How many answers it rests on; 1 or more.</param>
/// <param name="Institution">Who asked: an office or a company, never a person.</param>
[GenerateSerializer, Immutable, Alias("SurveyResult")]
public sealed record SurveyResult(
    [property: Id(0)] SurveyKind Kind,
    [property: Id(1)] string Title,
    [property: Id(2)] SurveyMeasure Measure,
    [property: Id(3)] int Hundredths,
    [property: Id(4)] long Sample,
    [property: Id(5)] string Institution)
{
    /// <summary>Of percent or points, as it was declared.</summary>
    public decimal Value => Hundredths / 100m;
}
