using System.CommandLine;
using System.CommandLine.Parsing;
using OpsBoard.Journal;

namespace OpsBoard.Web.Import;

/// <summary>
/// <c>import FILE --map MAP [--data DIR | --url URL]</c>. Exit status 0: everything is stored; 1: some rows or events are not, and are
/// named; 2: file, column or map is wrong.
/// </summary>
public static class ImportCommand
{
    /// <param name="serverOf">The running server that holds the given folder or the usual one; null when none does.</param>
    /// <param name="openJournal">Opens the journal of a stopped server, in the given folder or in the usual one; disposed of afterwards.</param>
    /// <param name="connect">Makes the client for a running server, with whatever it wants to see before it takes events.</param>
    public static Command Create(Func<string?, Uri?> serverOf, Func<string?, CancellationToken, Task<IJournal>> openJournal, Func<Uri, HttpClient> connect, TimeProvider clock)
    {
        var file = new Argument<string>("file") { Description = "CSV file with a header line, in UTF-8." };
        var map = new Option<string>("--map") { Description = "JSON file that says how rows become events; see docs/examples.", Required = true };
        var data = new Option<string?>("--data") { Description = "Data folder, by default data; if a server holds it, the import goes through that server." };
        var url = new Option<Uri?>("--url") { Description = "Base address of a running server instead, for instance http://127.0.0.1:8080.", CustomParser = Address };
        var command = new Command("import", "Makes events of past cases in a CSV file; may be repeated, nothing is counted twice.") { file, map, data, url };
        command.Validators.Add(result =>
        {
            if (result.GetResult(data) is not null && result.GetResult(url) is not null) result.AddError("Give either --data or --url.");
        });
        command.SetAction((parsed, cancellation) => Run(
            parsed.GetRequiredValue(file),
            parsed.GetRequiredValue(map),
            async () => (parsed.GetValue(url) ?? serverOf(parsed.GetValue(data))) is { } server ? new HttpSink(connect(server), clock) : new JournalSink(await openJournal(parsed.GetValue(data), cancellation)),
            clock,
            parsed.InvocationConfiguration,
            cancellation));
        return command;
    }

    private static Uri? Address(ArgumentResult argument)
    {
        if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal)) return address;
        argument.AddError("--url must be a whole address, such as http://127.0.0.1:8080.");
        return null;
    }

    private static async Task<int> Run(string file, string mapFile, Func<Task<IEventSink>> open, TimeProvider clock, InvocationConfiguration console, CancellationToken cancellation)
    {
        try
        {
            var map = ImportMapReader.Read(Opened(mapFile, File.ReadAllText), mapFile);
            using var csv = Opened(file, File.OpenText);
            await using var sink = await open();
            var import = new CsvImport(map, sink, clock, new ProgressLines(console.Error));
            var report = await import.Run(csv, file, cancellation);
            report.Print(console.Output);
            return report.IsComplete ? 0 : ImportException.Incomplete;
        }
        catch (ImportException fault)
        {
            console.Error.WriteLine(fault.Message);
            return fault.ExitCode;
        }
    }

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
