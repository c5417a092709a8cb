namespace OpsBoard.Web.Screens.Charts;

/// <summary>The words of every chart.</summary>
internal sealed record ChartWords
{
    public static readonly ChartWords Zh = new() { Table = "数据表", Nothing = "尚无可画的数据", Colon = "：" };

    public static readonly ChartWords En = new() { Table = "Data table", Nothing = "Nothing to draw yet", Colon = ": " };

    public required string Table { get; init; }

    public required string Nothing { get; init; }

    public required string Colon { get; init; }

    public static ChartWords For(Words words) => words.IsEnglish ? En : Zh;
}
