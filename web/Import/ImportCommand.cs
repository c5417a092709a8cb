using System.CommandLine;
using System.CommandLine.Parsing;
using OpsBoard.Events;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Journal;
using OpsBoard.Web.Intake;
using OpsBoard.Web.Milestones;

namespace OpsBoard.Web.Import;

/// <summary>
/// <c>import FILE (--map MAP | --milestones) [--data DIR | --url URL]</c>. Exit status 0: everything is stored; 1: some rows, events or milestones are not,
/// and are named; 2: file, column or map is wrong.
/// </summary>
public static class ImportCommand
{
    private static readonly Argument<string> CsvFile = new("file") { Description = "CSV file with a header line, in UTF-8." };
    private static readonly Option<string?> Map = new("--map") { Description = "JSON file that says how rows become events; see docs/examples." };
    private static readonly Option<bool> Milestones = new("--milestones") { Description = "The rows are declared milestones; for the columns see docs/examples/milestones.csv." };
    private static readonly Option<string?> Data = new("--data") { Description = "Data folder, by default data; if a server holds it, the import goes through that server." };
    private static readonly Option<Uri?> Url = new("--url") { Description = "Base address of a running server instead, for instance http://127.0.0.1:8080.", CustomParser = Address };

    public static Command Create(IImportDestination destination, TimeProvider clock)
    {
        var command = new Command("import", "Makes events of past cases in a CSV file, or declares its milestones; may be repeated, nothing is counted twice.") { CsvFile, Map, Milestones, Data, Url };
        command.Validators.Add(static result =>
        {
            if (result.GetResult(Map) is not null == result.GetValue(Milestones)) result.AddError("Give either --map MAP, for events, or --milestones.");
            if (result.GetResult(Data) is not null && result.GetResult(Url) is not null) result.AddError("Give either --data or --url.");
        });
        command.SetAction((parsed, cancellation) => Run(parsed, destination, clock, cancellation));
        return command;
    }

    private static Uri? Address(ArgumentResult argument)
    {
        if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal)) return address;
        argument.AddError("--url must be a whole address, such as http://127.0.0.1:8080.");
        return null;
    }

    private static async Task<int> Run(ParseResult parsed, IImportDestination destination, TimeProvider clock, CancellationToken cancellation)
    {
        var console = parsed.InvocationConfiguration;
        try
        {
            var report = parsed.GetValue(Milestones)
                ? await Declare(parsed, destination, clock, cancellation)
                : await MakeEvents(parsed, destination, clock, cancellation);
            report.Print(console.Output);
            return report.IsComplete ? 0 : ImportException.Incomplete;
        }
        catch (ImportException fault)
        {
            console.Error.WriteLine(fault.Message);
            return fault.ExitCode;
        }
    }

    private static async Task<ImportReport> MakeEvents(ParseResult parsed, IImportDestination destination, TimeProvider clock, CancellationToken cancellation)
    {
        var (file, mapFile) = (parsed.GetRequiredValue(CsvFile), parsed.GetValue(Map)!);
        var map = ImportMapReader.Read(Opened(mapFile, File.ReadAllText), mapFile);
        using var csv = Opened(file, File.OpenText);
        await using IImportSink<ServiceEvent> sink = ServerOf(parsed, destination) is { } server
            ? new HttpSink<ServiceEvent>(server.Connect(), clock, IntakeEndpoints.BackfillPath, ContentModes.BatchType)
            : new JournalSink(await destination.OpenJournal(parsed.GetValue(Data)));
        return await new CsvImport(map, sink, clock, new ProgressLines(parsed.InvocationConfiguration.Error)).Run(csv, file, cancellation);
    }

    private static async Task<ImportReport> Declare(ParseResult parsed, IImportDestination destination, TimeProvider clock, CancellationToken cancellation)
    {
        var file = parsed.GetRequiredValue(CsvFile);
        using var csv = Opened(file, File.OpenText);
        await using IImportSink<Milestone> sink = ServerOf(parsed, destination) is { } server
            ? new HttpSink<Milestone>(server.Connect(), clock, MilestoneEndpoints.Path, ContentModes.DataType)
            : new DeclarationSink(await destination.OpenDeclarations(parsed.GetValue(Data)));
        return await new MilestoneImport(sink, clock).Run(csv, file, cancellation);
    }

    private static RunningServer? ServerOf(ParseResult parsed, IImportDestination destination) =>
        parsed.GetValue(Url) is { } url ? new RunningServer(url, Key: null) : destination.ServerOf(parsed.GetValue(Data));

    private static T Opened<T>(string file, Func<string, T> open)
    {
        try
        {
            return open(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"{file} cannot be read: {fault.Message}");
        }
    }
}
