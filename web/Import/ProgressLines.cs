namespace OpsBoard.Web.Import;

/// <summary>Prints progress as it is reported; the framework's own would print it later, on another thread and out of order.</summary>
internal sealed class ProgressLines(TextWriter output) : IProgress<ImportProgress>
{
    public void Report(ImportProgress value) => output.WriteLine($"{value.Rows} rows read, {value.Sent} events sent …");
}
