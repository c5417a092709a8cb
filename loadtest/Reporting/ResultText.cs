namespace OpsBoard.LoadTest;

/// <summary>What stands on the screen at the end.</summary>
internal static class ResultText
{
    public static void Write(LoadReport report, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{report.Mode}{(report.Repeat > 1 ? $", min / median / max of {report.Repeat}" : "")}; {report.Result.Cores}");
        output.WriteLine(report.Machine);
        output.WriteLine();
        output.WriteLine(new ResultTable(report.Result.Lines));
        output.WriteLine();
        foreach (var verdict in report.Result.Verdicts) output.WriteLine($"{verdict.Word,-8}{verdict.Text}");
    }
}
